package dev.holdfast.desk.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.desk.warning.DeskTerms;
import dev.holdfast.desk.warning.Warnings;
import dev.holdfast.guard.ask.Ask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {
  static final ObjectMapper JSON = new ObjectMapper();
  @TempDir
  Path folder;

  Dossiers dossiers() {
    var clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    return new Dossiers(folder, new Warnings(folder,
        new DeskTerms("The desk", true, Duration.ofDays(7)), clock, new SecureRandom()), clock);
  }

  @Test
  void theLightSaysWhoMayHaveIt() {
    assertTrue(Audience.PUBLIC.may(Tlp.CLEAR));
    assertFalse(Audience.PUBLIC.may(Tlp.GREEN));
    assertTrue(Audience.COMMUNITY.may(Tlp.GREEN));
    assertFalse(Audience.COMMUNITY.may(Tlp.AMBER));
    assertTrue(Audience.CLIENTS.may(Tlp.AMBER));
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void redAndStrictLeaveForNobody(Audience audience) {
    var dossiers = dossiers();
    for (var tlp : Tlp.values())
      dossiers.add(new Imported(List.of(Samples.dossier("Light " + tlp, tlp)), List.of()));
    assertEquals(5, dossiers.all().size());
    for (var held : dossiers.visible(audience)) {
      assertFalse(held.dossier().tlp() == Tlp.RED);
      assertFalse(held.dossier().tlp() == Tlp.AMBER_STRICT);
    }
  }

  @Test
  void whatHasNoLightStays() {
    var held = dossiers().add(
        "{\"name\":\"x\",\"asks\":[\"pin\"],\"indicators\":[{\"kind\":\"domain\",\"value\":\"a.example\"}]}"
            .getBytes(StandardCharsets.UTF_8));
    assertEquals(Tlp.AMBER_STRICT, held.dossier().tlp());
    assertEquals(List.of(Ask.PIN), held.dossier().asks());
    assertEquals(List.of(held), dossiers().all());
  }

  @Test
  void whatIsKnownIsKeptAgainOnlyIfItIsNewer() {
    var imported = new Imported(List.of(Samples.dossier("One", Tlp.CLEAR)), List.of());
    assertEquals(1, dossiers().add(imported));
    assertEquals(0, dossiers().add(imported));
  }

  @Test
  void aMispEventIsReadAgain() {
    var dossier = Samples.dossier("One", Tlp.GREEN);
    var back = MispReader.read(Misp.event(dossier, Samples.DESK)).dossiers().getFirst();
    assertEquals(dossier.id(), back.id());
    assertEquals(dossier.tlp(), back.tlp());
    assertEquals(dossier.asks(), back.asks());
    assertEquals(Set.copyOf(dossier.indicators()), Set.copyOf(back.indicators()));
  }

  @Test
  void mispHasTextsWhereItWantsTexts() throws IOException {
    var event = JSON.readTree(Misp.event(Samples.dossier("One", Tlp.CLEAR), Samples.DESK))
        .get("Event");
    for (var name : List.of("id", "uuid", "info", "date", "timestamp", "publish_timestamp",
        "org_id", "orgc_id", "distribution", "threat_level_id", "analysis", "attribute_count"))
      assertTrue(event.get(name).isTextual(), name);
    assertTrue(event.get("published").isBoolean());
    for (var attribute : event.get("Attribute")) {
      for (var name : List.of("uuid", "type", "category", "event_id", "distribution", "timestamp",
          "value"))
        assertTrue(attribute.get(name).isTextual(), name);
      assertTrue(attribute.get("to_ids").isBoolean() && attribute.get("deleted").isBoolean());
    }
    assertEquals("instant-message", event.at("/Object/0/name").asText());
    assertTrue(tags(event).containsAll(Set.of("tlp:clear", "lure-ask:secret=\"recovery-key\"")));
  }

  static Set<String> tags(JsonNode node) {
    var tags = new HashSet<String>();
    node.path("Tag").forEach(tag -> tags.add(tag.get("name").asText()));
    return tags;
  }

  @Test
  void theFeedsManifestNamesEveryEventWithItsHash() throws Exception {
    var files = Misp.feed(List.of(Samples.dossier("One", Tlp.CLEAR),
        Samples.dossier("Two", Tlp.CLEAR)), Samples.DESK);
    var manifest = JSON.readTree(files.get("manifest.json"));
    assertEquals(2, manifest.size());
    for (var id : (Iterable<String>) manifest::fieldNames) {
      var hash = HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(id + ".json")));
      assertEquals(hash, manifest.get(id).get("integrity:sha256").asText());
      for (var name : List.of("info", "Orgc", "timestamp", "date"))
        assertTrue(manifest.get(id).has(name), name);
    }
    assertEquals(12, new String(files.get("hashes.csv"), StandardCharsets.UTF_8).lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "{}", "[", "{\"type\":\"bundle\"}"})
  void whatIsNoEventIsRefused(String file) {
    assertThrows(IllegalArgumentException.class,
        () -> MispReader.read(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aBadEventDoesNotStandInTheWayOfTheNext() {
    var good = new String(Misp.event(Samples.dossier("One", Tlp.CLEAR), Samples.DESK),
        StandardCharsets.UTF_8);
    var read = MispReader.read(
        ("[{\"Event\":{\"info\":\"x\"}}," + good + "]").getBytes(StandardCharsets.UTF_8));
    assertEquals(1, read.dossiers().size());
    assertEquals(1, read.aside().size());
  }

  @Test
  void aSpreadsheetRunsNothingOfTheCsv() {
    var csv = new String(Csv.of(List.of(Samples.dossier("=cmd(), \"x\"", Tlp.CLEAR))),
        StandardCharsets.UTF_8);
    assertTrue(csv.contains("\"'=cmd(), \"\"x\"\"\""), csv);
    assertTrue(csv.contains(",+49 170 0000000,"), csv);
    assertEquals(7, csv.lines().count());
  }

  @Test
  void theTaxonomyNamesEveryAsk() throws IOException {
    var taxonomy = JSON.readTree(Taxonomy.machinetag());
    assertEquals(Ask.ALL.size(), taxonomy.at("/values/0/entry").size());
    for (var ask : Ask.ALL)
      assertEquals(Optional.of(ask), Taxonomy.ask(Taxonomy.tag(ask)));
  }

  @Test
  void pagesOfACollectionGiveEveryObjectOnce() throws IOException {
    var held = List.of(new Held(Samples.dossier("One", Tlp.CLEAR), Samples.NOON),
        new Held(Samples.dossier("Two", Tlp.CLEAR), Samples.NOON.plusSeconds(5)));
    var collection = new TaxiiCollection(held, Samples.DESK);
    var seen = new HashSet<String>();
    Optional<String> next = Optional.empty();
    int pages = 0;
    do {
      var body = JSON.readTree(collection
          .objects(new TaxiiCollection.Wish(Optional.empty(), 4, next, Set.of(), Set.of()))
          .body());
      body.path("objects").forEach(object -> assertTrue(seen.add(object.get("id").asText())));
      next = Optional.ofNullable(body.get("next")).map(JsonNode::asText);
      pages++;
    } while (next.isPresent());
    var all = Stix.objects(held.stream().map(Held::dossier).toList(), Samples.DESK);
    assertEquals(all.size(), seen.size());
    assertEquals((all.size() + 3) / 4, pages);
    var later = JSON.readTree(collection.objects(new TaxiiCollection.Wish(
        Optional.of(Samples.NOON), 100, Optional.empty(), Set.of(), Set.of("campaign"))).body());
    assertEquals(1, later.get("objects").size());
    assertEquals("Two", later.at("/objects/0/name").asText());
  }
}

package dev.holdfast.desk.sharing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixTest {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String NAMED = "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  static Path schemas() {
    var named = System.getenv("HOLDFAST_DATA");
    var root = System.getProperty("holdfast.root", "..");
    var data = named == null ? Path.of(root).resolve("../shared") : Path.of(named);
    var folder = data.resolve("schemas/stix2.1");
    Assumptions.assumeTrue(Files.isDirectory(folder),
        "no schemas in " + folder + "; set HOLDFAST_DATA");
    return folder.toAbsolutePath().normalize();
  }

  static JsonNode bundle(Tlp tlp) throws IOException {
    return JSON.readTree(Stix.bundle(
        List.of(Samples.dossier("One", tlp), Samples.dossier("Two", tlp)), Samples.DESK));
  }

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void everyObjectIsAsTheOfficialSchemasSay(Tlp tlp) throws IOException {
    var folder = schemas();
    var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
        builder -> builder.schemaMappers(
            mappers -> mappers.mapPrefix(NAMED, folder.toUri().toString())));
    int checked = 0;
    for (var object : bundle(tlp).get("objects")) {
      var type = object.get("type").asText();
      var place = switch (type) {
        case "relationship" -> "sros/";
        case "marking-definition", "language-content" -> "common/";
        default -> "sdos/";
      };
      var schema = factory.getSchema(SchemaLocation.of(NAMED + place + type + ".json"));
      assertEquals(List.of(), List.copyOf(schema.validate(object)), type);
      checked++;
    }
    assertTrue(checked > 20);
  }

  @Test
  void theSchemasWouldFindAMistake() throws IOException {
    var folder = schemas();
    var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
        builder -> builder.schemaMappers(
            mappers -> mappers.mapPrefix(NAMED, folder.toUri().toString())));
    var wrong = JSON.createObjectNode().put("type", "campaign").put("name", "no id");
    assertFalse(factory.getSchema(SchemaLocation.of(NAMED + "sdos/campaign.json"))
        .validate(wrong)
        .isEmpty());
  }

  @Test
  void theSameDossiersGiveTheSameBytes() {
    var dossiers = List.of(Samples.dossier("One", Tlp.CLEAR));
    assertArrayEquals(Stix.bundle(dossiers, Samples.DESK), Stix.bundle(dossiers, Samples.DESK));
  }

  @Test
  void idsAreUniqueAndEveryReferenceIsThere() throws IOException {
    var ids = new HashSet<String>();
    var bundle = bundle(Tlp.GREEN);
    for (var object : bundle.get("objects"))
      assertTrue(ids.add(object.get("id").asText()));
    for (var object : bundle.get("objects")) {
      for (var ref : object.path("object_refs"))
        assertTrue(ids.contains(ref.asText()));
      for (var ref : object.path("object_marking_refs"))
        assertEquals(Tlp.GREEN.marking(), ref.asText());
      for (var name : List.of("source_ref", "target_ref", "object_ref", "created_by_ref"))
        if (object.has(name)) assertTrue(ids.contains(object.get(name).asText()), name);
    }
  }

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void whatWasWrittenIsReadAgain(Tlp tlp) {
    var dossier = Samples.dossier("One", tlp);
    var read = StixReader.read(Stix.bundle(List.of(dossier), Samples.DESK), Samples.NOON);
    assertEquals(List.of(), read.aside());
    assertEquals(1, read.dossiers().size());
    var back = read.dossiers().getFirst();
    assertEquals(dossier.name(), back.name());
    assertEquals(dossier.tlp(), back.tlp());
    assertEquals(dossier.asks(), back.asks());
    assertEquals(dossier.indicators(), back.indicators());
    assertEquals(dossier.firstSeen(), back.firstSeen());
  }

  @Test
  void whatBearsNoMarkingDoesNotLeaveAgain() {
    var read = StixReader.read("""
        {"type":"bundle","id":"bundle--1","objects":[
         {"type":"indicator","id":"indicator--1","created":"2026-01-01T00:00:00.000Z",
          "modified":"2026-01-01T00:00:00.000Z",
          "pattern":"[domain-name:value = 'a.example' OR url:value = 'https://b.example/']"},
         {"type":"campaign","id":"campaign--1","name":"Old light","created":"soon"},
         {"type":"campaign","id":"campaign--2","name":"White",
          "object_marking_refs":["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"]},
         7,null]}
        """.getBytes(StandardCharsets.UTF_8), Samples.NOON);
    assertEquals(2, read.dossiers().size());
    assertEquals(1, read.aside().size());
    assertEquals(Tlp.CLEAR, read.dossiers().get(0).tlp());
    assertEquals(Tlp.AMBER_STRICT, read.dossiers().get(1).tlp());
    assertEquals(2, read.dossiers().get(1).indicators().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "[]", "{}", "{\"type\":\"report\"}", "{\"type\":\"bundle\""})
  void whatIsNoBundleIsRefusedWithASentence(String file) {
    assertThrows(IllegalArgumentException.class,
        () -> StixReader.read(file.getBytes(StandardCharsets.UTF_8), Samples.NOON));
  }
}

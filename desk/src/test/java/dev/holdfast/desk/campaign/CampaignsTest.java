package dev.holdfast.desk.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.desk.benchmark.Generator;
import dev.holdfast.desk.benchmark.Labelled;
import dev.holdfast.desk.benchmark.Measures;
import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.report.Moments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignsTest {
  static final String LURE = "Dear user, our servers found an error in your account. Without action "
      + "your chats will be lost. Open Settings -> Backups, copy your recovery key, paste it here.";

  @TempDir
  Path folder;
  TestDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(folder.resolve("desk.db"));
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  static String report(String id, String sender, String text, String link) {
    return """
        {"id":"%s","at":"2026-05-10T08:00:00Z","app":"Signal","sender":{"id":"%s","number":null,\
        "name":"Signal Support"},"lang":"en","turns":[{"from":"them","text":"%s"}],"links":[%s]}
        """.formatted(id, sender, text, link.isEmpty() ? "" : "\"" + link + "\"").strip();
  }

  void take(String... lines) {
    desk.take(String.join("\n", lines));
  }

  @Test
  void reportsOfOneDomainAndOneTextAreOneCampaign() {
    take(report("a", "s1", LURE, "https://restore.example/signal/step1?id=1"),
        report("b", "s2", LURE, "https://restore.example/signal/step1?id=2"));
    assertEquals(desk.campaign("a"), desk.campaign("b"));
    var opinion = desk.campaigns.judge("a", "b");
    assertEquals(Answer.SAME_CAMPAIGN, opinion.answer());
    assertTrue(opinion.ratio() >= 10, () -> "ratio " + opinion.ratio());
    assertFalse(opinion.reasons().isEmpty());
  }

  @Test
  void theSameWordsWithNothingElseInCommonAreNoCampaign() {
    take(report("a", "s1", LURE, "https://one.example/x1/y1"),
        report("b", "s2", LURE, "https://two.example/z2/w2"));
    assertNotEquals(desk.campaign("a"), desk.campaign("b"));
    assertNotEquals(Answer.SAME_CAMPAIGN, desk.campaigns.judge("a", "b").answer());
    assertEquals(playbook("a"), playbook("b"));
  }

  String playbook(String id) {
    var listed = desk.listed().get(id);
    if (listed == null) throw new AssertionError("no report " + id);
    return listed.playbook();
  }

  @Test
  void aHelpPageThatEverybodyNamesJoinsNobody() {
    take(report("a", "s1", LURE, "https://support.signal.org/hc/en-us"),
        report("b", "s2", LURE, "https://support.signal.org/hc/en-us"));
    assertNotEquals(desk.campaign("a"), desk.campaign("b"));
  }

  @Test
  void theSameReportAgainChangesNothingAndANewerOneReplacesIt() {
    var line = report("a", "s1", LURE, "https://restore.example/a/b");
    assertEquals(new Imported(1, 0, 0, 0), desk.take(line));
    assertEquals(new Imported(0, 0, 1, 0), desk.take(line));
    take(report("b", "s9", LURE, "https://other.example/c/d"));
    assertNotEquals(desk.campaign("a"), desk.campaign("b"));
    assertEquals(new Imported(0, 1, 0, 0),
        desk.take(report("a", "s9", LURE, "https://other.example/c/d")));
    assertEquals(desk.campaign("a"), desk.campaign("b"));
  }

  @Test
  void aBadLineIsKeptAsideAndTheNextOneIsRead() {
    var imported = desk.take("nonsense\n" + report("a", "s1", LURE, "") + "\n{\"at\":1}");
    assertEquals(new Imported(1, 0, 0, 2), imported);
    assertTrue(desk.asides.get(0).startsWith("line 1 was kept aside"), desk.asides.get(0));
  }

  @Test
  void publicationTakesTheWeightOffTheText() {
    take(report("a", "s1", LURE, "https://one.example/x1/y1"),
        report("b", "s2", LURE, "https://two.example/z2/w2"));
    var before = desk.campaigns.judge("a", "b").ratio();
    desk.campaigns.published("a", Moments.of("2026-05-01").orElseThrow());
    var after = desk.campaigns.judge("a", "b").ratio();
    assertTrue(after < before, () -> before + " then " + after);
  }

  @Test
  void analystsMergeSplitPinAndOverruleAndTheMachinesOpinionStays() {
    take(report("a", "s1", LURE, "https://one.example/x1/y1"),
        report("b", "s2", LURE, "https://two.example/z2/w2"));
    var machine = desk.campaign("b");
    desk.campaigns.decide(Decision.Kind.MERGE, List.of("a", "b"), "", "same handwriting");
    assertEquals(desk.campaign("a"), desk.campaign("b"));
    desk.campaigns.decide(Decision.Kind.OVERRULE, List.of("a", "b"), "same-campaign", "seen");
    var opinion = desk.campaigns.judge("b", "a");
    assertNotEquals(Answer.SAME_CAMPAIGN, opinion.answer());
    assertEquals(Answer.SAME_CAMPAIGN, opinion.analyst().orElseThrow().answer());
    desk.campaigns.decide(Decision.Kind.SPLIT, List.of("b"), "", "no, they are not");
    assertNotEquals(desk.campaign("a"), desk.campaign("b"));
    var listed = desk.listed().get("b");
    assertEquals(machine, listed == null ? "" : listed.machine());
    var steps = new ArrayList<String>();
    desk.campaigns.eachStep(step -> steps.add(step.what()));
    assertEquals(List.of("import", "merge", "overrule", "judge", "split"), steps);
  }

  @Test
  void aPinnedReportStaysWhenTheMachineThinksAgain() {
    take(report("a", "s1", LURE, "https://one.example/x1/y1"),
        report("b", "s1", LURE, "https://one.example/x1/y1"));
    desk.campaigns.decide(Decision.Kind.PIN, List.of("b"), "", "confirmed by the victim");
    take(report("b", "s2", LURE, "https://two.example/z2/w2"));
    assertEquals(desk.campaign("a"), desk.campaign("b"));
  }

  @Test
  void whoeverIsUnknownIsNamed() {
    take(report("a", "s1", LURE, ""));
    assertThrows(UnknownReportException.class, () -> desk.campaigns.judge("a", "zz"));
  }

  @Test
  void searchFindsReportsByTheirWords() {
    take(report("a", "s1", LURE, ""), report("b", "s2", "dinner at eight", ""));
    assertEquals(List.of("a"), desk.campaigns.search("recovery KEY"));
    assertEquals(List.of(), desk.campaigns.search("\" OR 1"));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theOrderOfArrivalDoesNotMatterAndARebuildChangesNothing(long seed) throws Exception {
    var made = Generator.make(seed, new Generator.Plan(6, 10, .2)).reports();
    desk.take(made.stream().map(Labelled::report).toList());
    var atOnce = desk.listed();
    var shuffled = new ArrayList<>(made);
    Collections.shuffle(shuffled, new Random(seed));
    try (var other = new TestDesk(folder.resolve("other.db"))) {
      for (var i = 0; i < shuffled.size(); i += 7) {
        var some = shuffled.subList(i, Math.min(shuffled.size(), i + 7));
        other.take(some.stream().map(Labelled::report).toList());
        other.campaigns.settle();
      }
      assertEquals(atOnce, other.listed());
      other.campaigns.rebuild();
      assertEquals(atOnce, other.listed());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void campaignsMatchGroups(long seed) {
    var made = Generator.make(seed, Generator.Plan.USUAL);
    desk.take(made.reports().stream().map(Labelled::report).toList());
    var listed = desk.listed();
    var placed = made.reports().stream().map(one -> {
      var place = listed.get(one.report().id());
      return new Measures.Placed(one.group(), one.playbook(),
          place == null ? "" : place.campaign());
    }).toList();
    var bCubed = Measures.bCubed(placed);
    assertTrue(bCubed.f() >= .93, () -> "F " + bCubed);
    assertTrue(Measures.wronglyMerged(placed) <= .01);
  }
}

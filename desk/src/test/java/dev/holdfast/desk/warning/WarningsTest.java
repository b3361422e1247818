package dev.holdfast.desk.warning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.warning.Revocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarningsTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final String DRAFT = """
      {"asks":["pin"],"until":"2026-12-24T12:00:00Z",
       "texts":[{"lang":"en","title":"A <trick> & more","looks":"It looks so.","todo":"Do this."},
                {"lang":"ar","title":"\u062a\u062d\u0630\u064a\u0631","looks":"\u0647\u0643\u0630\u0627","todo":"\u0644\u0627"}],
       "messages":["The choir moves its old recordings to a new shelf on Thursday, please bring yours."]}
      """;

  @TempDir
  Path folder;
  Instant now = NOON;
  final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

  Warnings desk(boolean fourEyes) {
    return new Warnings(folder.resolve("desk"),
        new DeskTerms("The desk", fourEyes, Duration.ofDays(7)), clock, new SecureRandom());
  }

  static Entry done(Step step) {
    return assertInstanceOf(Step.Done.class, step).entry();
  }

  Entry published(Warnings desk) {
    var draft = desk.write(Proposal.read(DRAFT.getBytes(StandardCharsets.UTF_8)), "anna");
    return done(desk.approve(draft.id(), "bert"));
  }

  @Test
  void nobodyApprovesTheirOwnWarning() {
    var desk = desk(true);
    var draft = desk.write(Proposal.read(DRAFT.getBytes(StandardCharsets.UTF_8)), "anna");
    assertTrue(desk.feed().feed().warnings().isEmpty());
    assertEquals(new Step.Refused(Step.Reason.NEEDS_ANOTHER_PERSON),
        desk.approve(draft.id(), " Anna"));
    assertEquals(Entry.State.PUBLISHED, done(desk.approve(draft.id(), "bert")).state(now));
    assertEquals(new Step.Refused(Step.Reason.APPROVED_ALREADY), desk.approve(draft.id(), "carl"));
  }

  @Test
  void aDeskOfOnePersonMaySwitchThatOff() {
    var desk = desk(false);
    var draft = desk.write(Proposal.read(DRAFT.getBytes(StandardCharsets.UTF_8)), "anna");
    assertInstanceOf(Step.Done.class, desk.approve(draft.id(), "anna"));
  }

  @Test
  void theFeedIsSignedByTheDesksKey() {
    var desk = desk(true);
    published(desk);
    var feed = desk.feed();
    assertTrue(feed.holds(desk.key()));
    assertEquals(1, feed.feed().warnings().size());
    assertEquals(1, feed.feed().warnings().getFirst().warning().templates().size());
  }

  @Test
  void nothingNewIsTheSameFeedUntilHalfOfItsTime() {
    var desk = desk(true);
    published(desk);
    var first = desk.feed();
    now = NOON.plus(Duration.ofDays(3));
    assertEquals(first, desk(true).feed());
    now = NOON.plus(Duration.ofDays(4));
    var second = desk.feed();
    assertTrue(second.feed().sequence() > first.feed().sequence());
    assertEquals(now.plus(Duration.ofDays(7)), second.feed().expiresAt());
  }

  @Test
  void aChangeIsANewFeedAtOnce() {
    var desk = desk(true);
    var first = desk.feed();
    published(desk);
    var second = desk.feed();
    assertTrue(second.feed().sequence() > first.feed().sequence());
    var again = published(desk);
    assertEquals(2, desk.feed().feed().warnings().size());
    done(desk.revoke(again.id(), "anna", Revocation.Reason.MISTAKEN));
    var third = desk.feed().feed();
    assertEquals(1, third.warnings().size());
    assertEquals(again.id(), third.revoked().getFirst().id());
    assertEquals(new Step.Refused(Step.Reason.REVOKED_ALREADY),
        desk.revoke(again.id(), "anna", Revocation.Reason.OVER));
  }

  /// Numbers follow the time: a desk that lost its folder and got an old copy back goes on.
  @Test
  void aDeskRestoredFromABackupDoesNotUseANumberTwice() throws IOException {
    var desk = desk(true);
    published(desk);
    var old = desk.feed().feed();
    var backup = Files.readAllBytes(folder.resolve("desk/feed.json"));
    now = NOON.plusSeconds(3600);
    published(desk);
    var lost = desk.feed().feed();
    Files.write(folder.resolve("desk/feed.json"), backup);
    now = NOON.plusSeconds(7200);
    published(desk);
    var next = desk.feed().feed();
    assertTrue(old.sequence() < lost.sequence() && lost.sequence() < next.sequence());
  }

  @Test
  void aWarningThatIsOverLeavesTheFeed() {
    var desk = desk(true);
    published(desk);
    now = NOON.plus(Duration.ofDays(31));
    assertTrue(desk.feed().feed().warnings().isEmpty());
    assertEquals(Entry.State.ENDED, desk.all().getFirst().state(now));
  }

  @Test
  void theMessagesThemselvesAreNotKept() throws IOException {
    published(desk(true));
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("recordings"));
    }
  }

  @Test
  void theSameFeedGivesTheSameFilesAndAtomThatParses() throws Exception {
    var desk = desk(true);
    published(desk);
    var files = Publication.of(desk.feed()).files();
    Publication.of(desk.feed()).write(folder.resolve("www"));
    for (var file : files.entrySet())
      assertArrayEquals(file.getValue(),
          Files.readAllBytes(folder.resolve("www").resolve(file.getKey())));
    var atom = DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(files.get("feed.atom")));
    var entries = atom.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
    assertEquals(2, entries.getLength());
    assertEquals("ar", entries.item(1)
        .getAttributes()
        .getNamedItemNS("http://www.w3.org/XML/1998/namespace", "lang")
        .getNodeValue());
  }

  @Test
  void aWarningTakenBackLosesItsFile() throws IOException {
    var desk = desk(true);
    var entry = published(desk);
    var www = folder.resolve("www");
    Publication.of(desk.feed()).write(www);
    var file = www.resolve("warnings/" + entry.id() + ".json");
    assertTrue(Files.exists(file));
    desk.revoke(entry.id(), "anna", Revocation.Reason.OVER);
    Publication.of(desk.feed()).write(www);
    assertFalse(Files.exists(file));
  }

  @Test
  void twoDesksHaveTwoKeys() {
    var other = new Warnings(folder.resolve("other"),
        new DeskTerms("Other", true, Duration.ofDays(7)), clock, new SecureRandom());
    assertNotEquals(desk(true).key(), other.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"until\":\"2026-12-24T12:00:00Z\",\"texts\":[]}",
      "{\"until\":\"soon\",\"texts\":[{\"lang\":\"en\",\"title\":\"a\",\"looks\":\"b\",\"todo\":\"c\"}]}",
      "{\"asks\":[\"keys\"],\"until\":\"2026-12-24T12:00:00Z\",\"texts\":[{\"lang\":\"en\",\"title\":\"a\",\"looks\":\"b\",\"todo\":\"c\"}]}",
      "{\"until\":\"2026-12-24T12:00:00Z\",\"texts\":[null]}"})
  void aFileThatIsNoDraftIsRefusedWithASentence(String file) {
    var refused = assertThrows(IllegalArgumentException.class,
        () -> Proposal.read(file.getBytes(StandardCharsets.UTF_8)));
    assertFalse(String.valueOf(refused.getMessage()).isBlank());
  }
}

package dev.holdfast.guard.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.lexicon.Lexicon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftTest {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final Lexicon LEXICON = Lexicon.load();
  static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  static final List<String> TALK = List.of("ok", "wait a second please", "here comes the next bit",
      "sorry, the kids are loud today", "lol", "are you still there?",
      "that was the doorbell, back now");
  final Prints prints = new Prints(new byte[32], new Argon2id(64));

  static IntStream seeds() {
    return IntStream.range(0, Boolean.getBoolean("holdfast.long") ? 1000 : 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePastedKeyIsStoppedInEveryDisplayForm(int seed) {
    var random = new Random(seed);
    var key = key(random);
    var separator = List.of("  ", " ", "\n", "-", ".", "", " - ", "/", "_", ", ", "\n\n", " | ")
        .get(seed % 12);
    var shown = String.join(separator,
        groups(key.toUpperCase(java.util.Locale.ROOT).replace('O', '#').replace('0', '=')));
    assertStopped(guard(key), shown, 16);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void confusedLettersAndTwoWrongOnesDoNotHideAKey(int seed) {
    var random = new Random(seed);
    var key = key(random);
    var typed = confused(key, random).toCharArray();
    for (var i = 0; i < 2; i++)
      typed[random.nextInt(64)] = ALPHABET.charAt(random.nextInt(36));
    var finding = guard(key).look(message("c", String.join(" ", groups(new String(typed))), NOON));
    assertInstanceOf(Finding.Stop.class, finding);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void threeGroupsOfSixteenAreEnough(int seed) {
    var key = key(new Random(seed));
    var from = seed % 14 * 4;
    assertStopped(guard(key),
        "it has " + String.join(" ", groups(key.substring(from, from + 12))) + " in it somewhere",
        3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sixteenPiecesCutAnywhereAreCaughtAcrossChatsAndTalk(int seed) {
    var random = new Random(seed);
    var key = key(random);
    var guard = guard(key);
    var stopped = false;
    var at = NOON;
    for (var piece : pieces(key, 16, random)) {
      at = at.plus(Duration.ofMinutes(random.nextInt(80)));
      stopped |= guard.look(message("chat" + random.nextInt(3), piece, at)) instanceof Finding.Stop;
      guard.sent(message("chat", piece, at));
      if (random.nextInt(3) == 0)
        guard.sent(message("chat", TALK.get(random.nextInt(TALK.size())), at));
    }
    assertTrue(stopped || guard.groupsOut(SecretKind.RECOVERY_KEY) > 0);
  }

  @Test
  void sixtyFourSingleLettersAreCaught() {
    var key = key(new Random(7));
    var guard = guard(key);
    for (var i = 0; i < 64; i++)
      guard.sent(message("c", key.substring(i, i + 1), NOON.plusSeconds(i)));
    assertEquals(16, guard.groupsOut(SecretKind.RECOVERY_KEY));
  }

  @Test
  void homoglyphsAndHiddenCharactersDoNotHideAKey() {
    var key = "abceho3xkmtp0y1rpc5q8d2zvsuwjgnf7l4iabceho3xkmtp0y1rpc5q8d2zvsu9";
    var disguised = key.replace('a', '\u0430')
        .replace('e', '\u0435')
        .replace('o', '\u043e')
        .replace('p', '\u0440')
        .replace('c', '\u0441')
        .replace('x', '\u0445')
        .replaceAll("(.{3})", "$1\u200b");
    assertStopped(guard(key), disguised, 16);
  }

  @Test
  void lettersSpelledAsWordsDoNotHideAKey() {
    var key = "k7abm2xq9d4tn6wr3hc5ve8gpj1ufy0zk7abm2xq9d4tn6wr3hc5ve8gpj1ufy0z";
    var spelled = "kilo seven alpha bravo mike two x-ray quebec nine delta four tango november six";
    var finding = guard(key).look(message("c", spelled.replace("x-ray", "xray"), NOON));
    assertInstanceOf(Finding.Stop.class, finding);
  }

  @Test
  void piecesOlderThanADayAreForgotten() {
    var key = key(new Random(3));
    var guard = guard(key);
    guard.sent(message("c", key.substring(0, 6), NOON));
    assertInstanceOf(Finding.Nothing.class,
        guard.look(message("c", key.substring(6, 12), NOON.plus(Duration.ofHours(25)))));
    assertInstanceOf(Finding.Stop.class,
        guard.look(message("c", key.substring(6, 12), NOON.plus(Duration.ofHours(23)))));
  }

  @Test
  void itTellsHowMuchIsAlreadyOut() {
    var key = key(new Random(5));
    var guard = guard(key);
    guard.sent(message("anna", key.substring(0, 12), NOON));
    var finding = (Finding.Stop) guard
        .look(message("ben", key.substring(20, 32), NOON.plusSeconds(5)));
    assertEquals(new Finding.Stop(SecretKind.RECOVERY_KEY, 6, 16,
        List.of(new Finding.Place(0, 12))), finding);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itTellsWhereInTheMessageTheKeyStands(int seed) {
    var key = key(new Random(seed));
    var shown = String.join(" ", groups(key));
    var text = "\ud83d\ude00 the key is: " + shown + "\u2026 and once more, " + shown
        + ", that is all";
    assertEquals(List.of(shown, shown),
        shown(guard(key).look(message("c", text, NOON)), text));
  }

  @Test
  void ofAKeySplitOverMessagesItTellsThePartInThisOne() {
    var key = "k7abm2xq9d4tn6wr3hc5ve8gpj1ufy0zk7abm2xq9d4tn6wr3hc5ve8gpj1ufy0z";
    var guard = guard(key);
    guard.sent(message("anna", "first " + key.substring(0, 9), NOON));
    var text = key.substring(9, 14) + " and so on";
    assertEquals(List.of(key.substring(9, 12)),
        shown(guard.look(message("ben", text, NOON.plusSeconds(9))), text));
  }

  @Test
  void ofLettersSpelledAsWordsItTellsTheWords() {
    var key = "k7abm2xq9d4tn6wr3hc5ve8gpj1ufy0zk7abm2xq9d4tn6wr3hc5ve8gpj1ufy0z";
    var text = "so: kilo seven alpha bravo mike two xray quebec nine delta four tango";
    assertEquals(List.of(text.substring(4)),
        shown(guard(key).look(message("c", text, NOON)), text));
  }

  @Test
  void twoSecretsOfAKindAreCountedApart() {
    var one = key(new Random(21));
    var two = key(new Random(22));
    var guard = new Draft(List.of(Fingerprints.of(SecretKind.RECOVERY_KEY, one, salt(1), prints),
        Fingerprints.of(SecretKind.RECOVERY_KEY, two, salt(2), prints)), prints, LEXICON);
    guard.sent(message("c", one.substring(0, 12), NOON));
    guard.sent(message("c", two.substring(20, 36), NOON));
    assertEquals(4, guard.groupsOut(SecretKind.RECOVERY_KEY));
  }

  @Test
  void aSecretIsKnownByItsFingerprintsInEveryDisplayForm() {
    var key = key(new Random(23));
    var kept = Fingerprints.of(SecretKind.RECOVERY_KEY, key, salt(1), prints);
    assertTrue(kept.areOf(String.join("  ", groups(key.toUpperCase(java.util.Locale.ROOT))),
        prints));
    assertFalse(kept.areOf(key(new Random(24)), prints));
    assertFalse(kept.areOf(key.substring(4), prints));
  }

  @Test
  void thePassphraseAndTheOwnCodeAreKnownToo() {
    var digits = "123450987654321135792468001234";
    var kept = List.of(Fingerprints.of(SecretKind.BACKUP_PASSPHRASE, digits, salt(1), prints),
        Fingerprints.of(SecretKind.RECOVERY_CODE,
            "K7ABM2XQ9D4TN6WR3HC5VE8GPJ1VFY0ZK7ABM2XQ9D4TN6WR3HC5VE8GPJ1V", salt(2), prints));
    var guard = new Draft(kept, prints, LEXICON);
    assertInstanceOf(Finding.Stop.class, guard.look(message("c", "12345 09876 54321", NOON)));
    assertInstanceOf(Finding.Stop.class, guard.look(message("c", "VE8GP-J1VFY-0ZK7A", NOON)));
  }

  @Test
  void whatIsKeptHoldsNoLetterOfTheSecret() {
    var key = key(new Random(11));
    var kept = Fingerprints.of(SecretKind.RECOVERY_KEY, key, salt(1), prints);
    for (var group : groups(key))
      assertTrue(!kept.toString().contains(group));
    assertEquals(14, kept.windows().size());
  }

  @Test
  void ordinaryTalkIsNeverStoppedAndCostsFewSlowHashes() {
    var guard = guard(key(new Random(13)));
    var before = prints.slowHashes();
    var letters = 0;
    for (var text : TALK) {
      letters += text.length();
      assertInstanceOf(Finding.Nothing.class, guard.look(message("c", text, NOON)));
    }
    assertTrue(prints.slowHashes() - before <= letters / 4);
  }

  private Draft guard(String key) {
    return new Draft(List.of(Fingerprints.of(SecretKind.RECOVERY_KEY, key, salt(9), prints)),
        prints, LEXICON);
  }

  private static void assertStopped(Draft guard, String text, int groupsOut) {
    var stop = assertInstanceOf(Finding.Stop.class, guard.look(message("c", text, NOON)));
    assertEquals(SecretKind.RECOVERY_KEY, stop.kind());
    assertEquals(groupsOut, stop.groupsOut());
    assertEquals(16, stop.groups());
  }

  private static List<String> shown(Finding finding, String text) {
    return ((Finding.Stop) finding).places()
        .stream()
        .map(p -> text.substring(p.start(), p.end()))
        .toList();
  }

  private static Outgoing message(String chat, String text, Instant at) {
    return new Outgoing(chat, text, false, false, at);
  }

  private static Fingerprints.Salt salt(int seed) {
    return new Fingerprints.Salt(String.format("%032x", seed));
  }

  static String key(Random random) {
    var key = new StringBuilder();
    for (var i = 0; i < 64; i++)
      key.append(ALPHABET.charAt(random.nextInt(36)));
    return key.toString();
  }

  static List<String> groups(String key) {
    return Arrays.asList(key.split("(?<=\\G.{4})", -1)).stream().filter(g -> !g.isEmpty()).toList();
  }

  private static String confused(String key, Random random) {
    var out = new StringBuilder();
    for (var i = 0; i < key.length(); i++) {
      var c = key.charAt(i);
      var set = List.of("o0#=", "1il", "5s", "8b", "2z")
          .stream()
          .filter(s -> s.indexOf(c) >= 0)
          .findFirst()
          .orElse(String.valueOf(c));
      out.append(set.charAt(random.nextInt(set.length())));
    }
    return out.toString();
  }

  private static List<String> pieces(String key, int count, Random random) {
    var cuts = new TreeSet<Integer>();
    while (cuts.size() < count - 1)
      cuts.add(1 + random.nextInt(63));
    cuts.add(64);
    var pieces = new ArrayList<String>();
    var from = 0;
    for (var cut : cuts) {
      pieces.add(key.substring(from, cut));
      from = cut;
    }
    return pieces;
  }
}

package dev.holdfast.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.evade.Evasion;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
  static final Screen SCREEN = Screen.packed();
  static final Sender SUPPORT = Sender.stranger("Signal Support");
  static final String DEVICE = "sgnl://linkdevice?uuid=4f0c7a1e-2b63&pub_key=BWk3Zm9vYmFy";
  static final String LURE = "Your backup could not be synchronised. Open Settings, Backups, copy the recovery key and paste it here, otherwise your messages will be lost.";

  @ParameterizedTest
  @ValueSource(strings = {"", "look at this, so funny", "never open this link, it is a scam",
      "the group you asked for"})
  void aDeviceLinkIsDangerWhateverTheTextClaims(String around) {
    var verdict = SCREEN.judge(Conversation.of(Sender.contact("Anna"), around + " " + DEVICE));
    assertEquals(Level.DANGER, verdict.level());
    assertEquals(Ask.DEVICE_LINK, verdict.asks().get(0));
    assertTrue(verdict.evidence().stream().anyMatch(e -> e.what().equals("device_link")));
  }

  @Test
  void aDeviceLinkInAPictureIsDanger() {
    var turn = new Turn(Turn.From.THEM, "join our group",
        List.of(new Turn.Attachment("Scan to join", List.of(DEVICE))));
    assertEquals(Level.DANGER,
        SCREEN.judge(new Conversation("Signal", SUPPORT, List.of(turn))).level());
  }

  @Test
  void aPlainLureIsDangerAndTheKeyIsNamed() {
    var verdict = SCREEN.judge(Conversation.of(SUPPORT, LURE));
    assertEquals(Level.DANGER, verdict.level());
    assertTrue(verdict.asks().contains(Ask.RECOVERY_KEY));
    assertEquals("app-support", verdict.impersonated().word());
    assertEquals("en", verdict.language());
    assertEquals("do-not-send-key", verdict.advice().key());
  }

  @Test
  void adviceIsInTheLanguageOfWhoeverReadsIt() {
    var advice = SCREEN.judge(Conversation.of(SUPPORT, LURE), "de-AT").advice();
    assertTrue(advice.sentence().contains("Schl\u00fcssel"), advice.sentence());
    assertEquals(Advice.sentence("do-not-send-key", "de"), advice.sentence());
    assertEquals(Advice.sentence("pause", "zh-Hant"), Advice.sentence("pause", "zh-TW"));
    assertNotEquals(Advice.sentence("pause", "zh-Hant"), Advice.sentence("pause", "zh-CN"));
    assertEquals(Advice.sentence("pause", "en"), Advice.sentence("pause", "xx"));
    assertThrows(IllegalArgumentException.class, () -> Advice.sentence("no-such", "en"));
  }

  @Test
  void primingAndCollectingAreOneLure() {
    var turns = List.of(Turn.them(
        "Please switch on backups in Settings and write down the recovery key, this is mandatory now."),
        Turn.me("done"), Turn.them("Thank you. To complete the verification, send us the key."));
    assertNotEquals(Level.CLEAR, SCREEN.judge(new Conversation("Signal", SUPPORT, turns)).level());
  }

  @ParameterizedTest
  @ValueSource(strings = {"are we still on for dinner at eight?",
      "kannst du bitte noch Milch mitbringen",
      "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a \u0434\u0435\u043b\u0430?",
      "\u660e\u5929\u4e00\u8d77\u53bb\u722c\u5c71\u5427"})
  void ordinaryTalkIsClear(String text) {
    assertEquals(Level.CLEAR, SCREEN.judge(Conversation.of(Sender.contact(""), text)).level());
  }

  @Test
  void anEmptyConversationIsClear() {
    assertEquals(Level.CLEAR, SCREEN.judge(new Conversation("", SUPPORT, List.of())).level());
  }

  @ParameterizedTest
  @EnumSource(Evasion.class)
  void theSameConversationGetsTheSameVerdict(Evasion evasion) {
    var disguised = evasion.apply(Conversation.of(SUPPORT, LURE), 3);
    assertEquals(SCREEN.judge(disguised), Screen.packed().judge(disguised));
  }

  @ParameterizedTest
  @EnumSource(Evasion.class)
  void disguisesDoNotHideAPlainLure(Evasion evasion) {
    assertNotEquals(Level.CLEAR,
        SCREEN.judge(evasion.apply(Conversation.of(SUPPORT, LURE), 11)).level());
  }

  @Test
  void anUntestedLanguageIsSaidToBeUntested() {
    assertFalse(SCREEN.judge(Conversation.of(SUPPORT,
        "\u0e1c\u0e21\u0e08\u0e30\u0e44\u0e1b\u0e15\u0e25\u0e32\u0e14\u0e1e\u0e23\u0e38\u0e48\u0e07\u0e19\u0e35\u0e49 \u0e04\u0e38\u0e13\u0e08\u0e30\u0e44\u0e1b\u0e14\u0e49\u0e27\u0e22\u0e44\u0e2b\u0e21 \u0e1a\u0e2d\u0e01\u0e14\u0e49\u0e27\u0e22\u0e19\u0e30 \u0e02\u0e2d\u0e1a\u0e04\u0e38\u0e13 \u0e04\u0e23\u0e31\u0e1a"))
        .tested());
    assertTrue(SCREEN.judge(Conversation.of(SUPPORT, LURE)).tested());
  }

  @Test
  void evidenceUnderlinesWordsOfTheOriginal() {
    var verdict = SCREEN.judge(Conversation.of(SUPPORT, LURE));
    var paste = verdict.evidence()
        .stream()
        .filter(e -> e.what().equals("act_copy") || e.what().equals("act_paste"))
        .findFirst()
        .orElseThrow();
    assertTrue(List.of("copy", "paste").contains(LURE.substring(paste.start(), paste.end())));
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyConversationIsJudgedAndEvidenceStaysInside(int seed) {
    var random = new Random(seed);
    var text = new StringBuilder(LURE);
    for (var i = 0; i < 60; i++)
      text.insert(random.nextInt(text.length()), (char) random.nextInt(0x10000));
    var verdict = SCREEN.judge(Conversation.of(SUPPORT, text.toString()));
    assertTrue(verdict.score() >= 0 && verdict.score() <= 1);
    for (var e : verdict.evidence())
      assertTrue(e.start() >= 0 && e.start() <= e.end() && e.end() <= text.length());
  }
}

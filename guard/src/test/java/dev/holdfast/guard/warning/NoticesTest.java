package dev.holdfast.guard.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.Evidence;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import dev.holdfast.kernel.warning.Salt;
import dev.holdfast.kernel.warning.Template;
import dev.holdfast.kernel.warning.WarningId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTest {
  static final String LURE = "Good evening, the choir moves its old recordings to a new shelf on"
      + " Thursday. Please bring the long line of letters that you find behind the third door, so"
      + " that nothing of yours stays behind in the cellar.";
  static final String CHINESE = "\u5404\u4f4d\u56e2\u5458\u665a\u4e0a\u597d\uff0c\u5408\u5531\u56e2\u5468\u56db\u8981\u628a\u65e7\u5f55\u97f3\u642c\u5230\u65b0\u67b6\u5b50\u4e0a\uff0c\u8bf7\u628a\u7b2c\u4e09\u9053\u95e8\u540e\u7684\u90a3\u884c\u5b57\u5e26\u6765\uff0c\u4ee5\u514d\u60a8\u7684\u4e1c\u897f\u7559\u5728\u5730\u4e0b\u5ba4\u3002";
  static final Salt SALT = new Salt("5a".repeat(16));
  static final Screen PLAIN = Screen.packed();
  static final Templates TEMPLATES = new Templates(Lexicon.load());

  static Notice notice(String title, String... texts) {
    var templates = new ArrayList<Template>();
    for (var text : texts)
      templates.add(TEMPLATES.of(text, SALT));
    return new Notice(new WarningId("ab".repeat(16)), title, List.of(Ask.RECOVERY_KEY), SALT,
        templates);
  }

  final Screen screen = PLAIN.with(Notices.of(List.of(notice("The choir", LURE, CHINESE))));

  Verdict judge(Turn... turns) {
    return screen.judge(new Conversation("signal", Sender.stranger("Anna"), List.of(turns)));
  }

  static boolean warned(Verdict verdict) {
    return verdict.evidence().stream().anyMatch(e -> e.what().equals("warning"));
  }

  @Test
  void aMessageThatWasClearIsDangerOnceADeskWarnedOfIt() {
    assertEquals(Level.CLEAR, PLAIN.judge(Conversation.of(Sender.stranger("Anna"), LURE)).level());
    var verdict = judge(Turn.them(LURE));
    assertEquals(Level.DANGER, verdict.level());
    assertEquals(List.of(Ask.RECOVERY_KEY), verdict.asks().subList(0, 1));
    var reason = verdict.evidence().get(0);
    assertEquals(new Evidence("warning", 0, reason.start(), reason.end(), "The choir"), reason);
    assertTrue(reason.end() - reason.start() > LURE.length() / 2);
  }

  @Test
  void namesDaysAndSignsMayChange() {
    assertTrue(warned(judge(Turn.them(LURE.replace("Good evening,", "Hello Mrs O'Neil!!")
        .replace("Thursday", "3 May")
        .replace(". ", " \u2014 ")))));
  }

  @Test
  void lookAlikeLettersDoNotHideIt() {
    assertTrue(warned(judge(Turn.them(LURE.replace('o', '\u043e').replace('e', '\u0435')))));
  }

  @Test
  void itMayComeInPiecesAndInsideALongerMessage() {
    assertTrue(warned(judge(Turn.them(LURE.substring(0, 70)), Turn.me("Who is this?"),
        Turn.them("It is me. " + LURE.substring(70)))));
    assertTrue(warned(judge(Turn.them("How are you? I hope that all is well with you and yours. "
        + LURE + " Many greetings from everybody here, and see you at the rehearsal."))));
  }

  @Test
  void scriptsWithoutGapsAreMatchedToo() {
    assertTrue(warned(judge(Turn.them(CHINESE.replace("\u5468\u56db", "\u5468\u4e94")))));
  }

  /// Half of the words are different: that is another message.
  @Test
  void anotherMessageOnTheSameSubjectIsNotMatched() {
    assertFalse(
        warned(judge(Turn.them("Good evening, the choir sings its old songs in a new hall on"
            + " Thursday. Please bring the black folder with all the notes that you got in spring, so"
            + " that nobody of us has to stand there without."))));
  }

  @Test
  void whatTheOwnerWroteIsNotMatched() {
    assertFalse(warned(judge(Turn.them("What was it?"), Turn.me(LURE))));
  }

  @Test
  void whoeverQuotesItTalksAboutIt() {
    var verdict = judge(Turn.them("This goes round, it is a trick: \u201c" + LURE + "\u201d"));
    assertEquals(Level.CLEAR, verdict.level());
    assertTrue(warned(verdict));
  }

  @Test
  void aTextLikeAnyOtherMakesNoTemplate() {
    assertThrows(IllegalArgumentException.class,
        () -> TEMPLATES.of("Can you send me the code?", SALT));
  }

  @Test
  void anotherSaltGivesOtherPrints() {
    var other = TEMPLATES.of(LURE, new Salt("5b".repeat(16)));
    assertTrue(TEMPLATES.of(LURE, SALT).prints().stream().noneMatch(other.prints()::contains));
  }

  @Test
  void aTemplateOfALaterProfileIsPassedOver() {
    var template = TEMPLATES.of(LURE, SALT);
    var later = new Notice(new WarningId("ab".repeat(16)), "Later", List.of(), SALT,
        List.of(new Template(2, template.shift(), template.prints())));
    assertTrue(later.templates().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void oneWordInTenMayBeAnother(long seed) {
    var random = new Random(seed);
    var words = LURE.split(" ", -1);
    for (int i = 0; i < words.length / 10; i++)
      words[random.nextInt(words.length)] = "w" + Integer.toString(random.nextInt(100_000), 36);
    assertTrue(warned(judge(Turn.them(String.join(" ", words)))));
  }
}

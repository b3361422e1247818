package dev.holdfast.guard.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.lexicon.Lexicon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  final Lexicon lexicon = Lexicon.load();
  final Names names = new Names(new Folder(lexicon), lexicon);

  @ParameterizedTest
  @CsvSource({"Signal Support, APP_SUPPORT", "SignalSecurity_bot, APP_BOT",
      "S\u0456gnal Supp\u043ert, APP_SUPPORT",
      "\u0421\u043b\u0443\u0436\u0431\u0430 \u043f\u043e\u0434\u0434\u0435\u0440\u0436\u043a\u0438 Signal, APP_SUPPORT",
      "\u5b98\u65b9\u5ba2\u670d, APP_SUPPORT",
      "\u0641\u0631\u064a\u0642 \u0627\u0644\u062f\u0639\u0645, APP_SUPPORT",
      "Kundendienst, APP_SUPPORT", "Anna, NONE", "Mum, NONE"})
  void namesThatPoseAreSeenThroughInAnyScript(String name, Persona persona) {
    assertEquals(persona, names.poseOf(name).persona());
  }
}

package dev.holdfast.guard.evade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvasionTest {
  static final Conversation TALK = new Conversation("", Sender.stranger("x"), List.of(Turn.them(
      "Please copy the recovery key from the settings page. Then paste it into this chat, all of the sixteen groups."),
      Turn.me("why is that needed?")));

  @ParameterizedTest
  @EnumSource(Evasion.class)
  void theSameSeedGivesTheSameDisguise(Evasion evasion) {
    assertEquals(evasion.apply(TALK, 5), evasion.apply(TALK, 5));
  }

  @ParameterizedTest
  @EnumSource(Evasion.class)
  void everySeedsDisguiseChangesOnlyTheOtherSide(Evasion evasion) {
    var changed = 0;
    for (var seed = 0; seed < 20; seed++) {
      var disguised = evasion.apply(TALK, seed);
      if (!disguised.equals(TALK)) changed++;
      assertEquals(TALK.turns().get(1), disguised.turns().get(disguised.turns().size() - 1));
    }
    assertTrue(changed >= 8, "most seeds change something");
    assertNotEquals(0, changed);
  }
}

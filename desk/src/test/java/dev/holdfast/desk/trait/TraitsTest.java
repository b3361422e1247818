package dev.holdfast.desk.trait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a.b.example.com|example.com
      x.example.co.uk|example.co.uk
      lure.pages.dev|lure.pages.dev
      deep.lure.pages.dev|lure.pages.dev
      example.site|example.site
      """)
  void whoeverRegisteredAHostIsKnownByItsDomain(String host, String domain) {
    assertEquals(domain, Sites.domain(host));
  }

  @Test
  void aDeviceLinkShowsItsKeyHoweverItIsWritten() {
    var plain = Addresses.of("sgnl://linkdevice?uuid=u1&pub_key=BQ%2Bab%2Fcd");
    var padded = Addresses.of("sgnl://linkdevice?pub_key=BQ+ab/cd==&uuid=u1");
    assertEquals(plain.stream().filter(t -> t.kind() == Kind.DEVICE_KEY).toList(),
        padded.stream().filter(t -> t.kind() == Kind.DEVICE_KEY).toList());
  }

  @Test
  void aHostOfManySaysNothingButTheExactPlaceDoes() {
    var found = Addresses.of("https://t.me/signal_help_77");
    assertEquals(List.of(new Trait(Kind.PLACE, "t.me/signal_help_77")), found);
    assertTrue(Addresses.of("https://support.signal.org/hc").isEmpty());
  }

  @Test
  void whatChangesFromVictimToVictimIsNoPartOfThePattern() {
    assertEquals(Addresses.kit("/verify/step1/83741?id=1"), Addresses.kit("/verify/step1/9?id=77"));
    assertFalse(Addresses.kit("/verify/a?id=1").equals(Addresses.kit("/restore/a?id=1")));
  }

  @Test
  void habitsOfWritingAreSeenThroughTheWords() {
    var one = Style.of(List.of("Please open Settings -> Backups  and copy it , thank you !!"),
        false);
    assertTrue(one.contains(new Trait(Kind.ARROW, "->")), one.toString());
    assertTrue(one.contains(new Trait(Kind.SPACING, "before a sign, before a stop, doubled"))
        || one.toString().contains("doubled"), one.toString());
    assertTrue(one.contains(new Trait(Kind.PUNCTUATION, "!!")), one.toString());
  }

  @Test
  void frenchMannersAreNoHabit() {
    var found = Style.of(List.of("Bonjour ! Voici la suite : ouvrez la page s'il vous plaît."),
        true);
    assertTrue(found.contains(new Trait(Kind.SPACING, Trait.PLAIN)), found.toString());
  }
}

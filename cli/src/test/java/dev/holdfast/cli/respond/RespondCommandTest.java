package dev.holdfast.cli.respond;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.cli.Main;
import dev.holdfast.cli.ScriptedTerminal;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RespondCommandTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  final ScriptedTerminal terminal = new ScriptedTerminal(Clock.fixed(NOON, ZoneOffset.UTC));

  int types(String... words) {
    return Main.run(terminal, words);
  }

  @Test
  void theStepsComeInOrderWithClocks() throws IOException {
    assertEquals(0, types("respond", "--gave", "recovery-key,pin", "--when", "3d", "--phone", "ios",
        "--lang", "en", "--json"));
    var told = new ObjectMapper().readTree(terminal.said());
    assertEquals(List.of("recovery_key", "pin"),
        List.of(told.at("/gave/0").asText(), told.at("/gave/1").asText()));
    assertEquals("2026-11-21T12:00:00Z", told.get("when").asText());
    assertEquals("stop_answering", told.at("/steps/0/step").asText());
    assertEquals("again", told.at("/steps/2/clock/kind").asText());
    assertEquals("2026-12-01T12:00:00Z", told.at("/steps/2/clock/at/0").asText());
    assertTrue(told.at("/steps/2/clock/text").asText().contains("December 1, 2026"));
  }

  @Test
  void aPersonGetsBoxesToTickInTheirLanguage() {
    assertEquals(0, types("respond", "--gave", "device_link", "--lang", "de"));
    assertTrue(terminal.said().contains("[ ] 3. "), terminal.said());
    assertTrue(terminal.said().contains("gekoppelten Geräte"), terminal.said());
  }

  @Test
  void withoutATerminalItHasToBeTold() {
    assertEquals(2, types("respond"));
    assertEquals(2, types("respond", "--gave", "my dog"));
    assertEquals(2, types("respond", "--gave", "pin", "--phone", "pear"));
    assertEquals(2, types("respond", "--gave", "pin", "--when", "tomorrow"));
    assertEquals(2, types("respond", "--gave", "pin", "--when", "2026-12-24"));
  }
}

package dev.holdfast.desk.sharing;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.kernel.warning.Wording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Dossiers for tests.
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final Publisher DESK = new Publisher("The desk",
      UUID.fromString("11111111-2222-4333-8444-555555555555"));

  private Samples() {}

  static Dossier dossier(String name, Tlp tlp) {
    return new Dossier(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name, "What is known of it.", NOON, NOON.plusSeconds(60), NOON.minusSeconds(86_400), tlp,
        List.of(Ask.RECOVERY_KEY, Ask.DEVICE_LINK),
        List.of(new Indicator(Indicator.Kind.DOMAIN, "signal-confirm.example"),
            new Indicator(Indicator.Kind.URL, "https://signal-confirm.example/a?b='c'\\d"),
            new Indicator(Indicator.Kind.ACCOUNT, "support.07"),
            new Indicator(Indicator.Kind.EMAIL, "help@signal-confirm.example"),
            new Indicator(Indicator.Kind.PHONE, "+49 170 0000000"),
            new Indicator(Indicator.Kind.SHA256, "0f".repeat(32))),
        List.of(new Wording("en", "Fake support", "It asks for your key.", "Do not answer."),
            new Wording("de", "Falsche Hilfe", "Fragt nach dem Schl\u00fcssel.",
                "Nicht antworten.")));
  }
}

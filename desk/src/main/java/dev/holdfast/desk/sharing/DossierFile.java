package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.guard.ask.Ask;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dossier as our own JSON, as somebody writes it and as it is kept (docs/sharing.md).
record DossierFile(@Nullable String id, @Nullable String name, @Nullable String description,
    @Nullable String created, @Nullable String modified, @Nullable String firstSeen,
    @Nullable String tlp, @Nullable List<@Nullable String> asks,
    @Nullable List<@Nullable Value> indicators, @Nullable String added) {
  private static final JsonMapper JSON = new JsonMapper();

  /// An indicator.
  record Value(@Nullable String kind, @Nullable String value) {}

  static DossierFile of(Held held) {
    var dossier = held.dossier();
    return new DossierFile(dossier.id().toString(), dossier.name(), dossier.description(),
        dossier.created().toString(), dossier.modified().toString(),
        dossier.firstSeen().toString(), dossier.tlp().word(),
        List.copyOf(dossier.asks().stream().map(Ask::wire).toList()),
        List.copyOf(dossier.indicators()
            .stream()
            .map(i -> new Value(i.kind().word(), i.value()))
            .toList()),
        held.addedAt().toString());
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JacksonException e) {
      throw new IllegalStateException("a dossier cannot be written as JSON", e);
    }
  }

  /// @throws IllegalArgumentException with a sentence
  static DossierFile parse(byte[] json) {
    try {
      return JSON.readValue(json, DossierFile.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("expected the JSON that docs/sharing.md describes");
    } catch (IOException e) {
      throw new IllegalArgumentException("the file cannot be read");
    }
  }

  /// What it says; missing times are `now`, a missing light is AMBER+STRICT, a missing id is drawn.
  ///
  /// @throws IllegalArgumentException with a sentence
  Held read(Instant now) {
    var at = now.truncatedTo(ChronoUnit.SECONDS);
    var made = time(created, at);
    return new Held(new Dossier(id == null ? UUID.randomUUID() : UUID.fromString(id),
        name == null ? "" : name, description == null ? "" : description, made,
        time(modified, made), time(firstSeen, made), light(), readAsks(), readIndicators(),
        List.of()), time(added, at));
  }

  private Tlp light() {
    if (tlp == null) return Tlp.AMBER_STRICT;
    return Tlp.of(tlp)
        .orElseThrow(() -> new IllegalArgumentException(
            "\"tlp\" is clear, green, amber, amber+strict or red"));
  }

  private static Instant time(@Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("times are written like 2026-12-24T18:00:00Z");
    }
  }

  private List<Ask> readAsks() {
    var read = new ArrayList<Ask>();
    if (asks == null) return read;
    for (var word : asks)
      read.add(Ask.of(word == null ? "" : word)
          .orElseThrow(() -> new IllegalArgumentException(
              "\"asks\" holds the guard's names, such as recovery_key")));
    return read;
  }

  private List<Indicator> readIndicators() {
    var read = new ArrayList<Indicator>();
    if (indicators == null) return read;
    for (var value : indicators) {
      if (value == null || value.kind() == null || value.value() == null)
        throw new IllegalArgumentException("an indicator has \"kind\" and \"value\"");
      read.add(new Indicator(Indicator.Kind.of(value.kind())
          .orElseThrow(() -> new IllegalArgumentException(
              "\"kind\" is domain, url, email, account, phone or sha256")),
          value.value()));
    }
    return read;
  }
}

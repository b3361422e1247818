package dev.holdfast.desk.warning;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.guard.ask.Ask;
import dev.holdfast.kernel.warning.Wording;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody wants to warn of, from a file (docs/warnings.md, section 8).
///
/// @param from when it begins to hold; empty for "when it is approved"
/// @param until when it ends
/// @param messages texts of the lure, from which templates are made; they are not kept
public record Proposal(List<Ask> asks, Optional<Instant> from, Instant until,
    List<Wording> wordings, List<String> messages) {
  private static final ObjectReader READER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build()
      .readerFor(File.class);

  private record File(@Nullable List<@Nullable String> asks, @Nullable String from,
      @Nullable String until, @Nullable List<@Nullable Text> texts,
      @Nullable List<@Nullable String> messages) {}

  private record Text(@Nullable String lang, @Nullable String title, @Nullable String looks,
      @Nullable String todo) {}

  /// Copies the lists.
  public Proposal {
    asks = List.copyOf(asks);
    wordings = List.copyOf(wordings);
    messages = List.copyOf(messages);
    if (wordings.isEmpty()) throw new IllegalArgumentException("\"texts\" has to hold one text");
  }

  /// Reads a file's content.
  ///
  /// @throws IllegalArgumentException with a sentence that says what was expected, quoting no text
  public static Proposal read(byte[] json) {
    try {
      File file = READER.readValue(json);
      return new Proposal(each(file.asks(), Proposal::ask),
          file.from() == null ? Optional.empty() : Optional.of(time(file.from())),
          time(need(file.until(), "until")), each(file.texts(), Proposal::wording),
          each(file.messages(), text -> text));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the file is not the JSON that docs/warnings.md, section 8 describes");
    } catch (IOException e) {
      throw new IllegalArgumentException("the file cannot be read");
    }
  }

  private static Ask ask(String wire) {
    return Ask.ALL.stream()
        .filter(ask -> ask.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "\"asks\" holds the guard's names, such as recovery_key"));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("times are written like 2026-12-24T18:00:00Z");
    }
  }

  private static Wording wording(Text text) {
    return new Wording(need(text.lang(), "lang"), need(text.title(), "title").strip(),
        need(text.looks(), "looks").strip(), need(text.todo(), "todo").strip());
  }

  private static <T> T need(@Nullable T value, String name) {
    if (value == null) throw new IllegalArgumentException("\"" + name + "\" is missing");
    return value;
  }

  private static <T, R> List<R> each(@Nullable List<@Nullable T> list,
      java.util.function.Function<T, R> reading) {
    var read = new ArrayList<R>();
    if (list == null) return read;
    for (var item : list)
      read.add(reading.apply(need(item, "null")));
    return read;
  }
}

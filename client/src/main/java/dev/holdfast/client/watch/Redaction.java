package dev.holdfast.client.watch;

import dev.holdfast.guard.draft.Draft;
import dev.holdfast.guard.draft.Finding;
import dev.holdfast.guard.draft.Outgoing;
import dev.holdfast.guard.draft.SecretKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Puts the name of an own secret in its place.
final class Redaction {
  private static final int MOST_TOKENS = 400;
  /// What may be a piece of a secret: a word with a digit in it, or one too long for a word.
  private static final Pattern PIECE = Pattern
      .compile("(?=\\S*[0-9#=])\\S+|\\S{13,}|(?<!\\S)\\S(?!\\S)");

  private final Supplier<Draft> fresh;

  /// @param fresh makes guards that remember nothing
  Redaction(Supplier<Draft> fresh) {
    this.fresh = fresh;
  }

  /// The text without the smallest part that gives the secret away; all of it if that is unclear.
  String of(String text) {
    var guard = fresh.get();
    var finding = look(guard, text);
    while (finding instanceof Finding.Stop stop) {
      var shorter = without(guard, text, stop.kind());
      if (shorter.equals(text)) return name(stop.kind());
      text = shorter;
      finding = look(guard, text);
    }
    return text;
  }

  /// A message that held a piece of a secret which was split over several.
  static String pieces(String text, SecretKind kind) {
    return PIECE.matcher(text).replaceAll(name(kind));
  }

  private static String without(Draft guard, String text, SecretKind kind) {
    var tokens = text.split("(?<=\\s)(?=\\S)", -1);
    if (tokens.length > MOST_TOKENS) return name(kind);
    int to = tokens.length;
    while (to > 0 && look(guard, join(tokens, 0, to - 1)) instanceof Finding.Stop)
      to--;
    int from = 0;
    while (from < to && look(guard, join(tokens, from + 1, to)) instanceof Finding.Stop)
      from++;
    return join(tokens, 0, from) + name(kind) + " " + join(tokens, to, tokens.length);
  }

  private static String join(String[] tokens, int from, int to) {
    return String.join("", Arrays.asList(tokens).subList(from, to));
  }

  private static Finding look(Draft guard, String text) {
    return guard.look(new Outgoing("", text, true, false, Instant.EPOCH));
  }

  static String name(SecretKind kind) {
    return "[own " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "]";
  }
}

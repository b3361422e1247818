package dev.holdfast.client.watch;

import dev.holdfast.guard.draft.Draft;
import dev.holdfast.guard.draft.Finding;
import dev.holdfast.guard.draft.Outgoing;
import dev.holdfast.guard.draft.SecretKind;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Puts the name of an own secret in its place.
final class Redaction {
  private static final int MOST_SECRETS = 8;
  /// What may be a piece of a secret: a word with a digit in it, or one too long for a word.
  private static final Pattern PIECE = Pattern
      .compile("(?=\\S*[0-9#=])\\S+|\\S{13,}|(?<!\\S)\\S(?!\\S)");

  private final Supplier<Draft> fresh;

  /// @param fresh makes guards that remember nothing
  Redaction(Supplier<Draft> fresh) {
    this.fresh = fresh;
  }

  /// The text with own secrets named in their places; only their names if that cannot be done.
  String of(String text) {
    var guard = fresh.get();
    var named = text;
    for (int left = MOST_SECRETS; left > 0; left--) {
      if (!(look(guard, named) instanceof Finding.Stop stop)) return named;
      named = without(named, stop);
    }
    return look(guard, named) instanceof Finding.Stop stop ? name(stop.kind()) : named;
  }

  /// The text with the name of what was found in its places.
  static String without(String text, Finding.Stop stop) {
    var named = new StringBuilder();
    int next = 0;
    for (var place : stop.places()) {
      named.append(text, next, place.start()).append(name(stop.kind()));
      next = place.end();
    }
    return named.append(text, next, text.length()).toString();
  }

  /// A message that held a piece of a secret which was split over several.
  static String pieces(String text, SecretKind kind) {
    return PIECE.matcher(text).replaceAll(name(kind));
  }

  private static Finding look(Draft guard, String text) {
    return guard.look(new Outgoing("", text, true, false, Instant.EPOCH));
  }

  static String name(SecretKind kind) {
    return "[own " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "]";
  }
}

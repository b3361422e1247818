package dev.holdfast.cli.screen;

import dev.holdfast.guard.Evidence;
import java.util.BitSet;
import java.util.List;

/// A foreign text as it may be shown: the words a verdict rests on are marked, and nothing in it
/// can steer the terminal or turn the reading order around.
///
/// @param begin stands before marked words
/// @param end stands behind them
record Marked(String begin, String end) {
  /// Underlined, for terminals.
  static final Marked UNDERLINED = new Marked("\u001b[1;4m", "\u001b[0m");
  /// In brackets, for everything else.
  static final Marked BRACKETS = new Marked("[", "]");

  /// The text with the places of one turn marked; overlapping ones count as one.
  String text(String text, List<Evidence> evidence) {
    var marked = new BitSet(text.length());
    for (var place : evidence)
      if (place.start() >= 0 && place.start() < place.end() && place.end() <= text.length())
        marked.set(place.start(), place.end());
    var out = new StringBuilder(text.length() + 32);
    boolean open = false;
    for (int i = 0; i < text.length();) {
      int point = text.codePointAt(i);
      boolean inside = marked.get(i) && point != '\n';
      if (inside != open) out.append(inside ? begin : end);
      open = inside;
      out.append(harmless(point));
      i += Character.charCount(point);
    }
    return open ? out.append(end).toString() : out.toString();
  }

  private static String harmless(int point) {
    if (point == '\n' || point == '\t') return Character.toString(point);
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\r' ? "" : "\ufffd";
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\ufffd";
      case Character.FORMAT -> joins(point) ? Character.toString(point) : "";
      default -> Character.toString(point);
    };
  }

  /// Joiners that Persian, Hindi and emoji are written with.
  private static boolean joins(int point) {
    return point == 0x200c || point == 0x200d;
  }
}

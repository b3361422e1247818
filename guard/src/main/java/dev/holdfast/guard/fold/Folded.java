package dev.holdfast.guard.fold;

import java.util.List;

/// A text in its plain form: lower case, one alphabet per word, no accents on Latin, Greek,
/// Cyrillic, Arabic and Hebrew letters, digits as `0-9`, runs of white space as one space.
///
/// Every plain character knows the part of the original it came from, in UTF-16 offsets.
public final class Folded {
  /// One disguised place of the original text, in UTF-16 offsets.
  ///
  /// @param start first unit
  /// @param end behind the last unit
  public record Disguise(Trick trick, int start, int end) {}

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final List<Disguise> disguises;

  Folded(Track track, List<Disguise> disguises) {
    this.text = track.text();
    this.starts = track.starts();
    this.ends = track.ends();
    this.disguises = List.copyOf(disguises);
  }

  /// The plain form.
  public String text() {
    return text;
  }

  /// The original offset where plain character `index` begins; for `index == text().length()`
  /// the end.
  public int startOf(int index) {
    if (index < starts.length) return starts[index];
    return starts.length == 0 ? 0 : ends[ends.length - 1];
  }

  /// The original offset behind the plain character `index`.
  public int endOf(int index) {
    return ends[index];
  }

  /// Every disguised place, in the order found.
  public List<Disguise> disguises() {
    return disguises;
  }
}

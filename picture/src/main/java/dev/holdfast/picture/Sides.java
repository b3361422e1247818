package dev.holdfast.picture;

import dev.holdfast.picture.Segments.Segment;
import java.util.List;

/// Which side of the screen the owner of the phone writes on: the right one, except in apps that
/// run from right to left, where the more colourful bubbles give it away.
final class Sides {
  private static final int COLOURFUL = 24;

  private final int width;
  private final boolean mirrored;

  private Sides(int width, boolean mirrored) {
    this.width = width;
    this.mirrored = mirrored;
  }

  static Sides of(List<Segment> segments, int width) {
    var plain = new Sides(width, false);
    double left = segments.stream()
        .filter(s -> !plain.right(s.box()))
        .mapToInt(Segment::chroma)
        .average()
        .orElse(-1);
    double right = segments.stream()
        .filter(s -> plain.right(s.box()))
        .mapToInt(Segment::chroma)
        .average()
        .orElse(-1);
    return new Sides(width, left >= 0 && right >= 0 && left > right + COLOURFUL);
  }

  boolean mine(Box box) {
    return right(box) != mirrored;
  }

  private boolean right(Box box) {
    return box.left() > width - box.right();
  }
}

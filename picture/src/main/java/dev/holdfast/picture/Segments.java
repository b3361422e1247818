package dev.holdfast.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Cuts a screenshot into bubbles by colour: areas of one colour that is not the background's, wide
/// enough for words, not as wide as the screen.
final class Segments {
  private static final int CELLS_ACROSS = 216;
  private static final int DIFFERENT = 7;
  private static final double NARROWEST = 0.10;
  private static final double WIDEST = 0.97;
  private static final double FLATTEST = 0.020;
  private static final double FULL = 0.60;
  private static final double ONE_COLOUR = 0.35;

  private final Raster picture;
  private final int cell;
  private final int wide;
  private final int high;
  private final int[] colours;
  private final int background;

  private Segments(Raster picture) {
    this.picture = picture;
    cell = Math.max(1, picture.width() / CELLS_ACROSS);
    wide = picture.width() / cell;
    high = picture.height() / cell;
    colours = new int[wide * high];
    for (int y = 0; y < high; y++)
      for (int x = 0; x < wide; x++)
        colours[y * wide + x] = mean(x * cell, y * cell);
    background = atTheEdges();
  }

  /// A bubble.
  ///
  /// @param box where it is
  /// @param colour what it is filled with
  record Segment(Box box, int colour) {
    /// How colourful, 0 to 255: messengers colour what the owner wrote.
    int chroma() {
      int red = colour >> 16 & 0xff;
      int green = colour >> 8 & 0xff;
      int blue = colour & 0xff;
      return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }
  }

  /// The bubbles from top to bottom.
  static List<Segment> of(Raster picture) {
    return new Segments(picture).found();
  }

  private List<Segment> found() {
    var found = new ArrayList<Segment>();
    var seen = new boolean[colours.length];
    for (int i = 0; i < colours.length; i++) {
      if (seen[i] || isBackground(i)) continue;
      var grown = grow(i, seen);
      if (isBubble(grown)) found.add(new Segment(grown.box.times(cell), fill(grown.box)));
    }
    found.sort(Comparator.comparingInt(segment -> segment.box().top()));
    return found;
  }

  private record Grown(Box box, int cells) {}

  /// All cells that hang together and are not background.
  private Grown grow(int start, boolean[] seen) {
    var box = new Box(start % wide, start / wide, start % wide + 1, start / wide + 1);
    var queue = new ArrayDeque<Integer>();
    queue.add(start);
    seen[start] = true;
    int cells = 0;
    while (!queue.isEmpty()) {
      int at = queue.remove();
      int x = at % wide;
      int y = at / wide;
      box = box.with(x, y);
      cells++;
      if (x > 0) visit(at - 1, seen, queue);
      if (x < wide - 1) visit(at + 1, seen, queue);
      if (y > 0) visit(at - wide, seen, queue);
      if (y < high - 1) visit(at + wide, seen, queue);
    }
    return new Grown(box, cells);
  }

  private void visit(int at, boolean[] seen, ArrayDeque<Integer> queue) {
    if (seen[at] || isBackground(at)) return;
    seen[at] = true;
    queue.add(at);
  }

  private boolean isBubble(Grown grown) {
    var box = grown.box;
    boolean size = box.width() >= NARROWEST * wide && box.width() <= WIDEST * wide
        && box.height() >= FLATTEST * high;
    return size && grown.cells >= FULL * box.width() * box.height()
        && share(box, fill(box)) >= ONE_COLOUR;
  }

  /// The colour that fills most of a box, background left out.
  private int fill(Box box) {
    var counts = new int[1 << 15];
    var sample = new int[1 << 15];
    for (int y = box.top(); y < box.bottom(); y++)
      for (int x = box.left(); x < box.right(); x++) {
        int colour = colours[y * wide + x];
        if (far(colour, background) < DIFFERENT) continue;
        counts[Raster.shade(colour)]++;
        sample[Raster.shade(colour)] = colour;
      }
    return sample[largest(counts)];
  }

  private double share(Box box, int fill) {
    int same = 0;
    for (int y = box.top(); y < box.bottom(); y++)
      for (int x = box.left(); x < box.right(); x++)
        if (far(colours[y * wide + x], fill) < 2 * DIFFERENT) same++;
    return same / (double) (box.width() * box.height());
  }

  private boolean isBackground(int at) {
    return far(colours[at], background) < DIFFERENT;
  }

  /// Chats leave a margin on both sides, so the background shows there.
  private int atTheEdges() {
    var counts = new int[1 << 15];
    var sample = new int[1 << 15];
    int margin = Math.max(1, wide / 80);
    for (int y = 0; y < high; y++)
      for (int x = 0; x < margin; x++)
        for (int colour : new int[]{colours[y * wide + x], colours[y * wide + wide - 1 - x]}) {
          counts[Raster.shade(colour)]++;
          sample[Raster.shade(colour)] = colour;
        }
    return sample[largest(counts)];
  }

  private static int largest(int[] counts) {
    int best = 0;
    for (int i = 1; i < counts.length; i++)
      if (counts[i] > counts[best]) best = i;
    return best;
  }

  /// The largest difference of a channel.
  private static int far(int a, int b) {
    int red = Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff));
    int green = Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff));
    int blue = Math.abs((a & 0xff) - (b & 0xff));
    return Math.max(red, Math.max(green, blue));
  }

  private int mean(int left, int top) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < top + cell; y++)
      for (int x = left; x < left + cell; x++) {
        int rgb = picture.rgb()[y * picture.width() + x];
        red += rgb >> 16 & 0xff;
        green += rgb >> 8 & 0xff;
        blue += rgb & 0xff;
      }
    int area = cell * cell;
    return red / area << 16 | green / area << 8 | blue / area;
  }
}

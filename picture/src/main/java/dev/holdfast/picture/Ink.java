package dev.holdfast.picture;

import java.nio.charset.StandardCharsets;

/// Prepares a part of a picture for recognition: grey, dark on light, large enough.
final class Ink {
  private static final int ENOUGH_WIDTH = 900;

  private Ink() {}

  /// A PGM picture (netpbm), twice the size where the screenshot is a small one.
  ///
  /// @param dark whether the ground is dark
  static byte[] pgm(Raster part, boolean dark, int screenWidth) {
    int factor = screenWidth < ENOUGH_WIDTH ? 2 : 1;
    int wide = part.width() * factor;
    int high = part.height() * factor;
    var head = ("P5\n" + wide + " " + high + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    var out = new byte[head.length + wide * high];
    System.arraycopy(head, 0, out, 0, head.length);
    for (int y = 0; y < high; y++)
      for (int x = 0; x < wide; x++) {
        int grey = factor == 1 ? Codes.luma(part.rgb()[y * wide + x]) : between(part, x, y);
        out[head.length + y * wide + x] = (byte) (dark ? 255 - grey : grey);
      }
    return out;
  }

  /// Doubled: a mean of the nearest four, so that edges stay smooth.
  private static int between(Raster part, int x, int y) {
    int left = x / 2;
    int top = y / 2;
    int right = Math.min(part.width() - 1, left + (x & 1));
    int bottom = Math.min(part.height() - 1, top + (y & 1));
    return (grey(part, left, top) + grey(part, right, top) + grey(part, left, bottom)
        + grey(part, right, bottom)) / 4;
  }

  private static int grey(Raster part, int x, int y) {
    return Codes.luma(part.rgb()[y * part.width() + x]);
  }
}

package dev.holdfast.desk.likeness;

import java.util.Arrays;

/// The overlapping pieces of a text, as sorted numbers.
public final class Shingles {
  private static final int PIECE = 4;
  private static final int UNSPACED_PIECE = 2;

  private Shingles() {}

  /// @param plain as [PlainText#of] gives it
  public static int[] of(String plain) {
    var piece = PlainText.isUnspaced(plain) ? UNSPACED_PIECE : PIECE;
    if (plain.length() < piece) return new int[]{plain.hashCode()};
    var pieces = new int[plain.length() - piece + 1];
    for (var i = 0; i < pieces.length; i++) {
      var hash = piece;
      for (var k = 0; k < piece; k++)
        hash = hash * 0x01000193 ^ plain.charAt(i + k);
      pieces[i] = hash * 0x9E3779B1;
    }
    Arrays.sort(pieces);
    var kept = 0;
    for (var i = 0; i < pieces.length; i++)
      if (i == 0 || pieces[i] != pieces[i - 1]) pieces[kept++] = pieces[i];
    return Arrays.copyOf(pieces, kept);
  }

  /// Jaccard similarity of two sets, 0 to 1.
  public static double similarity(int[] a, int[] b) {
    var i = 0;
    var k = 0;
    var both = 0;
    while (i < a.length && k < b.length) {
      if (a[i] == b[k]) {
        both++;
        i++;
        k++;
      } else if (a[i] < b[k]) i++;
      else
        k++;
    }
    var all = a.length + b.length - both;
    return all == 0 ? 0 : (double) both / all;
  }
}

package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Prints of some windows of a known lure (docs/warnings.md, section 4). The text does not stand in
/// them; whoever has a message can tell whether it is the same.
///
/// @param profile how texts are folded and cut; a reader passes over profiles it does not know
/// @param shift one window of 2^shift was taken, 0 to [#MOST_SHIFT]
/// @param prints keyed prints of those windows, ascending as unsigned numbers, no two the same
public record Template(int profile, int shift, List<Long> prints) {
  /// The largest shift.
  public static final int MOST_SHIFT = 16;
  /// The most prints one template has.
  public static final int MOST_PRINTS = 512;

  /// @throws IllegalArgumentException if a number is out of its range or the prints are out
  ///           of order
  public Template {
    prints = List.copyOf(prints);
    if (profile < 1 || profile > 255 || shift < 0 || shift > MOST_SHIFT)
      throw new IllegalArgumentException("not a template's profile and shift");
    if (prints.isEmpty() || prints.size() > MOST_PRINTS)
      throw new IllegalArgumentException("a template has 1 to " + MOST_PRINTS + " prints");
    for (var i = 1; i < prints.size(); i++)
      if (Long.compareUnsigned(prints.get(i - 1), prints.get(i)) >= 0)
        throw new IllegalArgumentException("prints stand in ascending order");
  }

  void write(CanonicalWriter out) {
    out.u8(profile).u8(shift).u32(prints.size());
    for (var print : prints)
      out.fixed(ByteBuffer.allocate(Long.BYTES).putLong(print).array());
  }

  static Template read(CanonicalReader in) {
    var profile = in.u8();
    var shift = in.u8();
    var prints = new ArrayList<Long>();
    for (var left = in.count(Long.BYTES); left > 0; left--)
      prints.add(ByteBuffer.wrap(in.fixed(Long.BYTES)).getLong());
    return new Template(profile, shift, prints);
  }
}

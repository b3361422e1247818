package dev.holdfast.archive.snapshot;

import java.util.ArrayList;
import java.util.List;

/// The frames of one segment in the order in which they came, unpacked in memory.
public final class Segment {
  private final List<Part> parts;
  private final int[] part;
  private final int[] from;
  private final int[] length;

  /// One group's frames, or the order.
  @SuppressWarnings("ArrayRecordComponent") // lives inside this class only
  private record Part(boolean raw, byte[] bytes) {}

  private record Head(Codec codec, boolean raw, int length, int packed) {
    static Head read(ByteReader in) {
      int tag = in.small();
      var codec = Codec.of(tag >>> 1, in);
      int length = in.small();
      int packed = codec == Codec.STORED ? length : in.small();
      if (length > LIMIT) throw in.damaged();
      return new Head(codec, (tag & 1) == 1, length, packed);
    }
  }

  /// A group that claims more is not believed: one frame of 64 MiB beyond the target size.
  private static final int LIMIT = (64 << 20) + 2 * SegmentDraft.TARGET_BYTES;

  private Segment(List<Part> parts, int frames) {
    this.parts = parts;
    part = new int[frames];
    from = new int[frames];
    length = new int[frames];
  }

  /// Unpacks a segment.
  ///
  /// @param frames how many frames it must hold
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED for anything else
  public static Segment unpack(byte[] bytes, int frames, String item) {
    var in = new ByteReader(bytes, item);
    var heads = new ArrayList<Head>();
    for (int left = in.count(); left >= 0; left--)
      heads.add(Head.read(in));
    var parts = new ArrayList<Part>();
    for (var head : heads)
      parts.add(
          new Part(head.raw, Codec.unpack(head.codec, in, bytes, head.packed, head.length)));
    in.end();
    var order = new ByteReader(parts.removeLast().bytes, item);
    if (frames > bytes.length * 1000L) throw in.damaged();
    var segment = new Segment(parts, frames);
    segment.sort(order, item);
    return segment;
  }

  private void sort(ByteReader order, String item) {
    var readers = parts.stream().map(one -> new ByteReader(one.bytes, item)).toList();
    int frame = 0;
    while (order.remaining() > 0) {
      int tag = order.small();
      long run = (tag & 1) == 1 ? order.number() + 2 : 1;
      int group = tag >>> 1;
      if (group >= parts.size() || run > part.length - frame) throw order.damaged();
      for (; run > 0; run--) {
        var in = readers.get(group);
        part[frame] = group;
        length[frame] = in.small();
        from[frame++] = in.skip(length[frame - 1]);
      }
    }
    if (frame != part.length) throw order.damaged();
    readers.forEach(ByteReader::end);
  }

  /// How many frames there are.
  public int frames() {
    return part.length;
  }

  /// True if the frame holds ids as exported rather than canonical ones.
  public boolean raw(int frame) {
    return parts.get(part[frame]).raw;
  }

  /// A fresh array with one frame.
  public byte[] frame(int frame) {
    return java.util.Arrays.copyOfRange(parts.get(part[frame]).bytes, from[frame],
        from[frame] + length[frame]);
  }

  /// About how much memory it takes.
  public long weight() {
    return 12L * part.length + parts.stream().mapToLong(one -> one.bytes.length).sum();
  }
}

package dev.holdfast.archive.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Frames on their way into one segment: sorted by group, with the order in which they came
/// (docs/format.md, section 8).
public final class SegmentDraft {
  /// About how many bytes of frames one segment holds.
  public static final int TARGET_BYTES = 8 << 20;
  /// Level for bases: fast.
  public static final int BASE_LEVEL = 3;
  /// Level for what a day adds: small.
  public static final int DELTA_LEVEL = 19;

  private record Group(int number, boolean raw, ByteWriter frames) {}

  private final Map<FrameGroup, Group> groups = new LinkedHashMap<>();
  private final ByteWriter order = new ByteWriter();
  private int runGroup = -1;
  private long run;
  private int frames;
  private long bytes;

  /// Appends a frame.
  public void add(FrameGroup key, byte[] frame) {
    var group = groups.computeIfAbsent(key,
        fresh -> new Group(groups.size(), fresh.raw(), new ByteWriter()));
    group.frames.bytes(frame);
    if (group.number != runGroup) {
      endRun();
      runGroup = group.number;
    }
    run++;
    frames++;
    bytes += frame.length;
  }

  private void endRun() {
    if (run == 0) return;
    order.number(runGroup * 2L + (run > 1 ? 1 : 0));
    if (run > 1) order.number(run - 2);
    run = 0;
  }

  /// How many frames it holds.
  public int frames() {
    return frames;
  }

  /// How many bytes of frames it holds.
  public long bytes() {
    return bytes;
  }

  /// True once it is time to begin another one.
  public boolean full() {
    return bytes >= TARGET_BYTES;
  }

  /// The segment's bytes. Nothing may be added any more.
  ///
  /// @param level of zstd
  public byte[] pack(int level) {
    endRun();
    var out = new ByteWriter();
    var parts = new ArrayList<Codec.Packed>();
    out.number(groups.size());
    for (var group : groups.values()) {
      var packed = packed(group.frames, level);
      head(out, packed, group.raw, group.frames.size());
      parts.add(packed);
    }
    var packedOrder = Codec.pack(order.buffer(), order.size(), level);
    head(out, packedOrder, false, order.size());
    parts.add(packedOrder);
    write(out, parts);
    return out.toBytes();
  }

  /// A large group learns its structure from itself.
  private static Codec.Packed packed(ByteWriter frames, int level) {
    return frames.size() < 1 << 16
        ? Codec.packStructured(frames.buffer(), frames.size(), level)
        : Codec.pack(frames.buffer(), frames.size(), level);
  }

  private static void head(ByteWriter out, Codec.Packed packed, boolean raw, int length) {
    out.number(packed.codec().number() * 2L + (raw ? 1 : 0)).number(length);
    if (packed.codec() != Codec.STORED) out.number(packed.bytes().length);
  }

  private static void write(ByteWriter out, List<Codec.Packed> parts) {
    parts.forEach(part -> out.fixed(part.bytes()));
  }
}

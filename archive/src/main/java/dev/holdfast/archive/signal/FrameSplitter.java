package dev.holdfast.archive.signal;

import java.io.IOException;
import java.util.Arrays;

/// Cuts an inflated stream into its length-delimited frames.
final class FrameSplitter {
  /// The longest frame that is believed; real ones stay under 200 KiB.
  static final int FRAME_LIMIT = 64 << 20;
  private final String item;
  private byte[] buffer = new byte[MainFile.CHUNK];
  private int from;
  private int to;
  private long count;

  FrameSplitter(String item) {
    this.item = item;
  }

  void split(GzipMember stream, FrameSink sink) throws IOException {
    while (true) {
      int read = stream.inflate(buffer, to, buffer.length - to);
      if (read < 0) break;
      to += read;
      while (handOver(sink));
      makeRoom();
    }
    if (from != to) throw Damage.of(item, "ends inside a frame");
    if (count == 0) throw Damage.of(item, "holds no frame");
  }

  /// Hands over one frame if it is complete.
  private boolean handOver(FrameSink sink) throws IOException {
    long length = 0;
    int at = from;
    for (int shift = 0;; shift += 7) {
      if (at == to) return false;
      if (shift == 35) throw Damage.of(item, "has a frame with an absurd length");
      byte next = buffer[at++];
      length |= (long) (next & 0x7F) << shift;
      if (next >= 0) break;
    }
    if (length > FRAME_LIMIT) throw Damage.of(item, "has a frame with an absurd length");
    if (length > to - at) return false;
    from = at + (int) length;
    give(Arrays.copyOfRange(buffer, at, from), sink);
    return true;
  }

  private void give(byte[] frame, FrameSink sink) throws IOException {
    if (count++ == 0) BackupInfo.of(frame);
    sink.accept(frame);
  }

  /// Moves the rest to the front; a frame longer than the buffer doubles it, so that a length that
  /// is only claimed costs nothing.
  private void makeRoom() {
    var target = to - from == buffer.length ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, from, target, 0, to - from);
    to -= from;
    from = 0;
    buffer = target;
  }

  long count() {
    return count;
  }
}

package dev.holdfast.sample;

import dev.holdfast.archive.signal.FrameSink;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.sample.Sample.Numbering;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/// A day's frames in clear, each behind its varint length: what benchmarks give to other tools.
final class PlainFrames {
  private PlainFrames() {}

  static void write(Sample sample, Path folder, Path target) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      each(sample, folder, frame -> append(out, frame));
    }
  }

  /// Which frames are new is decided on stable ids, so that renumbering makes none.
  static void writeNew(Sample sample, Path folder, Path target) throws IOException {
    if (sample.day() == 0) throw new IllegalArgumentException("day 0 has no day before");
    var known = new long[sample.total() + 4 * (sample.contacts() + sample.groups()) + 100];
    var count = new int[1];
    each(stable(sample.on(sample.day() - 1)), folder, frame -> known[count[0]++] = hash(frame));
    var before = Arrays.copyOf(known, count[0]);
    Arrays.sort(before);
    var fresh = new BitSet();
    count[0] = 0;
    each(stable(sample), folder, frame -> {
      if (Arrays.binarySearch(before, hash(frame)) < 0) fresh.set(count[0]);
      count[0]++;
    });
    count[0] = 0;
    try (var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      each(sample, folder, frame -> {
        if (fresh.get(count[0]++)) append(out, frame);
      });
    }
  }

  private static Sample stable(Sample sample) {
    return new Sample(sample.seed(), sample.messages(), sample.people(), sample.media(),
        sample.mediaBytes(), Numbering.STABLE,
        sample.day());
  }

  private static void each(Sample sample, Path folder, FrameSink sink) throws IOException {
    SampleFolder.frames(sample, new Media(sample, SignalFolder.find(folder)), sink);
  }

  private static void append(OutputStream out, byte[] frame) throws IOException {
    int length = frame.length;
    while (length > 0x7f) {
      out.write((length & 0x7f) | 0x80);
      length >>>= 7;
    }
    out.write(length);
    out.write(frame);
  }

  private static long hash(byte[] frame) {
    return ByteBuffer.wrap(Sha256.over(frame).raw()).getLong();
  }
}

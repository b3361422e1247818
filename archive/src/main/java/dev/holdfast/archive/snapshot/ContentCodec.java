package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/// The bytes of [Content] (docs/format.md, sections 8 and 9).
final class ContentCodec {
  private ContentCodec() {}

  static void write(ByteWriter out, Content.Signal signal) {
    out.bytes(signal.backupInfo())
        .fixed(signal.main().raw())
        .number(signal.frames())
        .number(signal.frameBytes())
        .fixed(signal.framesHash().raw());
    writeOps(out, signal.ops());
    out.number(signal.segments().size());
    signal.segments().forEach(segment -> out.number(segment.frames()));
    writeBlobs(out, signal.segments().stream().map(SegmentRow::blob).toList());
    out.bytes(signal.ids());
    writeNumbers(out, signal.removedMedia());
    out.number(signal.count().all()).number(signal.count().absent());
  }

  static Content.Signal readSignal(ByteReader in) {
    var info = in.bytes();
    var main = Sha256.of(in.fixed(Sha256.BYTES));
    long frames = in.number();
    long frameBytes = in.number();
    var hash = Sha256.of(in.fixed(Sha256.BYTES));
    var ops = readOps(in, frames);
    var segments = readSegments(in);
    return new Content.Signal(info, main, frames, frameBytes, hash, ops, segments, in.bytes(),
        readNumbers(in), new Content.MediaCount(in.number(), in.number()));
  }

  /// A copy says how far its beginning is from one frame behind the end of the copy before.
  private static void writeOps(ByteWriter out, List<Op> ops) {
    out.number(ops.size());
    long expected = 0;
    for (var op : ops) {
      out.number(op.count() * 2 + (op.isNew() ? 1 : 0));
      if (op.isNew()) continue;
      out.signed(op.from() - expected);
      expected = op.from() + op.count() + 1;
    }
  }

  private static List<Op> readOps(ByteReader in, long frames) {
    var ops = new ArrayList<Op>();
    long expected = 0;
    long sum = 0;
    for (int left = in.count(); left > 0; left--) {
      long tag = in.number();
      long count = tag >>> 1;
      long from = (tag & 1) == 1 ? Op.NEW : expected + in.signed();
      if (count < 1 || count > frames - sum || from < Op.NEW) throw in.damaged();
      sum += count;
      if ((tag & 1) == 0) expected = from + count + 1;
      if (from == Op.NEW && (tag & 1) == 0) throw in.damaged();
      ops.add(new Op(from, count));
    }
    if (sum != frames) throw in.damaged();
    return ops;
  }

  private static List<SegmentRow> readSegments(ByteReader in) {
    var frames = new ArrayList<Integer>();
    for (int left = in.count(); left > 0; left--)
      frames.add(in.small());
    var blobs = readBlobs(in);
    if (blobs.size() != frames.size()) throw in.damaged();
    var segments = new ArrayList<SegmentRow>();
    for (int i = 0; i < blobs.size(); i++)
      segments.add(new SegmentRow(blobs.get(i), frames.get(i)));
    return segments;
  }

  static void write(ByteWriter out, Content.Opaque opaque) {
    writeNumbers(out, opaque.tree());
    out.number(opaque.files()).number(opaque.fileBytes()).number(opaque.skipped());
  }

  static Content.Opaque readOpaque(ByteReader in) {
    return new Content.Opaque(readNumbers(in), in.number(), in.number(), in.number());
  }

  static void writeBlobs(ByteWriter out, List<BlobRow> blobs) {
    out.number(blobs.size());
    var before = BlobRow.NONE;
    for (var blob : blobs) {
      blob.write(out, before);
      before = blob;
    }
  }

  static List<BlobRow> readBlobs(ByteReader in) {
    var blobs = new ArrayList<BlobRow>();
    var before = BlobRow.NONE;
    for (int left = in.count(); left > 0; left--) {
      before = BlobRow.read(in, before);
      blobs.add(before);
    }
    return blobs;
  }

  private static void writeNumbers(ByteWriter out, List<Long> numbers) {
    out.number(numbers.size());
    long before = 0;
    for (long number : numbers) {
      out.signed(number - before);
      before = number;
    }
  }

  private static List<Long> readNumbers(ByteReader in) {
    var numbers = new ArrayList<Long>();
    long before = 0;
    for (int left = in.count(); left > 0; left--) {
      before += in.signed();
      if (before < 0) throw in.damaged();
      numbers.add(before);
    }
    return numbers;
  }
}

package dev.holdfast.archive.split;

import dev.holdfast.archive.index.RecordFile;
import dev.holdfast.archive.signal.FrameFacts;
import dev.holdfast.archive.signal.FrameIds.Raw;
import dev.holdfast.archive.signal.FrameKind;
import dev.holdfast.archive.signal.FrameSink;
import dev.holdfast.archive.signal.IdSpace;
import dev.holdfast.archive.signal.SnapshotIds;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Codec;
import dev.holdfast.archive.snapshot.FrameDigest;
import dev.holdfast.archive.snapshot.FrameGroup;
import dev.holdfast.archive.snapshot.FrameGroup.Kind;
import dev.holdfast.archive.snapshot.SegmentDraft;
import dev.holdfast.archive.snapshot.SegmentRow;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the frames of one `main` in order: compares each with the snapshot before, and stores
/// those that are new, sorted into segments.
final class FramePass implements FrameSink {
  private final SnapshotIds ids;
  private final KeyedNames names;
  private final RecordFile frameIds;
  private final Journal journal;
  private final MediaPass media;
  private final Pipeline pipeline;
  private final Packs packs;
  private final Limits limits;
  private final MessageDigest digest = Sha256.digest();
  private final List<SegmentRow> segments = new ArrayList<>();
  private SegmentDraft draft = new SegmentDraft();
  private byte[] backupInfo = {};
  private boolean begun;
  private long frameBytes;
  private long newFrames;
  private long newBytes;

  /// When a journal is given up for a base, and how hard to pack.
  record Limits(long newBytes, int steps, int level) {}

  FramePass(SnapshotIds ids, KeyedNames names, RecordFile frameIds, Journal journal,
      MediaPass media, Pipeline pipeline, Packs packs, Limits limits) {
    this.ids = ids;
    this.names = names;
    this.frameIds = frameIds;
    this.journal = journal;
    this.media = media;
    this.pipeline = pipeline;
    this.packs = packs;
    this.limits = limits;
  }

  @Override
  public void accept(byte[] frame) throws IOException {
    if (!begun) {
      begun = true;
      backupInfo = frame;
      return;
    }
    FrameDigest.update(digest, frame);
    frameBytes += frame.length;
    var facts = FrameFacts.of(frame);
    var canonical = ids.canonical(frame, facts);
    boolean raw = canonical instanceof Raw;
    var id = names.frame(canonical.frame(), raw);
    frameIds.append(id);
    if (journal.next(id)) store(canonical.frame(), group(facts, raw));
    for (var pointer : facts.media())
      media.name(new Sha256(pointer.name().hex()), Optional.of(pointer));
  }

  private FrameGroup group(FrameFacts facts, boolean raw) {
    if (facts.kind() == FrameKind.ACCOUNT) return new FrameGroup(Kind.ACCOUNT, 0, raw);
    if (facts.kind() != FrameKind.CHAT_ITEM) return new FrameGroup(Kind.REST, 0, raw);
    return new FrameGroup(Kind.CHAT, raw ? facts.chat() : ids.map(IdSpace.CHAT, facts.chat()), raw);
  }

  private void store(byte[] frame, FrameGroup group) throws IOException {
    newFrames++;
    newBytes += frame.length;
    if (newBytes > limits.newBytes || journal.steps() > limits.steps)
      throw new BaseNeededException();
    draft.add(group, frame);
    if (draft.full()) endSegment();
  }

  private void endSegment() throws IOException {
    if (draft.frames() == 0) return;
    var full = draft;
    draft = new SegmentDraft();
    pipeline.order(full.bytes(), () -> Packed.of(full, limits.level), this::place);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, compared never
  private record Packed(byte[] bytes, Sha256 hash, int frames) {
    static Packed of(SegmentDraft draft, int level) {
      var bytes = draft.pack(level);
      return new Packed(bytes, Sha256.over(bytes), draft.frames());
    }
  }

  private void place(Packed packed) throws IOException {
    int length = packed.bytes.length;
    packs.add(packed.bytes, packed.hash,
        (object, offset) -> segments.add(new SegmentRow(
            new BlobRow(object, offset, length, Codec.STORED, length, packed.hash),
            packed.frames)));
  }

  /// Ends the last segment; no frame may follow.
  void finish() throws IOException {
    endSegment();
  }

  byte[] backupInfo() {
    return backupInfo;
  }

  /// All frames behind BackupInfo.
  long frames() {
    return frameIds.count();
  }

  long frameBytes() {
    return frameBytes;
  }

  Sha256 framesHash() {
    return Sha256.of(digest.digest());
  }

  long newFrames() {
    return newFrames;
  }

  long newBytes() {
    return newBytes;
  }

  /// Where the new frames lie; complete once the packs are closed.
  List<SegmentRow> segments() {
    return segments;
  }
}

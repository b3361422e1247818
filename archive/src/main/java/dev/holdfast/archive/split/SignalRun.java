package dev.holdfast.archive.split;

import dev.holdfast.archive.index.KeyTable;
import dev.holdfast.archive.index.LineageState;
import dev.holdfast.archive.index.RecordFile;
import dev.holdfast.archive.signal.CanonicalIds;
import dev.holdfast.archive.signal.FrameSink;
import dev.holdfast.archive.signal.MainFile;
import dev.holdfast.archive.signal.MessageBackupKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.archive.signal.SnapshotIds;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.IdRuns;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.snapshot.SegmentDraft;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes one snapshot of a Signal folder within a session.
final class SignalRun implements AutoCloseable {
  private static final int MOST_STEPS = 100_000;
  private static final long LEAST_DELTA = 1 << 20;

  private final SignalFolder folder;
  private final SignalSnapshot snapshot;
  private final SecretBytes key;
  private final SecretBytes idKey;
  private final Session session;
  private final CanonicalIds numbers;
  private final SnapshotIds ids;
  private final MediaTables tables;
  private final @Nullable MediaTables tablesBefore;
  private final @Nullable RecordFile framesBefore;
  private final RecordFile frames;
  private final RecordFile list;
  private final KeyTable listed;

  SignalRun(SignalFolder folder, SignalSnapshot snapshot, SecretBytes key, SecretBytes idKey,
      Session session) throws IOException {
    this.folder = folder;
    this.snapshot = snapshot;
    this.key = key;
    this.idKey = idKey;
    this.session = session;
    var before = session.before();
    numbers = new CanonicalIds(before.ids());
    ids = numbers.snapshot();
    boolean base = session.base();
    var generation = session.generation();
    tablesBefore = base && !before.isEmpty() ? MediaTables.of(session.folder(), before) : null;
    tables = base
        ? new MediaTables(session.folder(), generation.tables(), 0, 0)
        : MediaTables.of(session.folder(), before);
    framesBefore = base
        ? null
        : new RecordFile(session.folder().frames(before.generation().frames()),
            KeyedNames.FRAME_ID_BYTES, before.frames());
    frames = new RecordFile(session.folder().frames(generation.frames()),
        KeyedNames.FRAME_ID_BYTES, 0);
    list = new RecordFile(session.folder().scratch("listed"), Sha256.BYTES, 0);
    listed = new KeyTable(list, 0, Sha256.BYTES);
  }

  /// What came out of it.
  ///
  /// @param content of the inner part
  /// @param state what the lineage is now, but for the snapshot's id and inner object
  record Outcome(Content.Signal content, LineageState state, long newFrames, long newMedia,
      List<String> damaged) {}

  /// Reads everything and closes the session's packs.
  ///
  /// @throws BaseNeededException if a base is the better way
  Outcome run() throws IOException {
    readList();
    var media = new MediaPass(folder, tables, tablesBefore, session.before().objects(),
        session.base() ? new BitSet() : session.before().live(), this::isListed,
        session.objects(), session.pipeline(), session.lasting());
    try (var journal = new Journal(framesBefore)) {
      var pass = new FramePass(ids, new KeyedNames(idKey), frames, journal, media,
          session.pipeline(), session.passing(), limits());
      var contents = readMain(pass);
      pass.finish();
      for (long number = 0; number < list.count(); number++)
        media.name(Sha256.of(list.read(number)), Optional.empty());
      session.close(tables.newRowBytes(), tables::writeNew);
      return outcome(pass, journal, media, contents);
    }
  }

  private void readList() throws IOException {
    var found = new IOException[1];
    snapshot.eachMedia(name -> {
      try {
        var key = new Sha256(name.hex()).raw();
        if (listed.find(key) < 0) listed.add(list.append(key));
      } catch (IOException e) {
        found[0] = e;
      }
    });
    if (found[0] != null) throw found[0];
  }

  private boolean isListed(Sha256 name) {
    return listed.find(name.raw()) >= 0;
  }

  private FramePass.Limits limits() {
    var before = session.before();
    if (session.base())
      return new FramePass.Limits(Long.MAX_VALUE, Integer.MAX_VALUE, SegmentDraft.BASE_LEVEL);
    long most = Math.max(LEAST_DELTA, before.baseBytes() / 5);
    return new FramePass.Limits(most - before.deltaBytes(), MOST_STEPS, SegmentDraft.DELTA_LEVEL);
  }

  private MainFile.Contents readMain(FramePass pass) throws IOException {
    try (var copy = key.copy();
        var signalKey = copy.lend(raw -> MessageBackupKey.of(raw.clone()))) {
      return snapshot.main().read(signalKey, told(pass));
    }
  }

  /// The same sink, saying from time to time how far it is.
  private FrameSink told(FramePass pass) {
    return frame -> {
      pass.accept(frame);
      if ((pass.frames() & 0xfff) == 0)
        session.progress().at(Progress.Step.READING, pass.frameBytes(), 0);
    };
  }

  private Outcome outcome(FramePass pass, Journal journal, MediaPass media,
      MainFile.Contents contents) throws IOException {
    var before = session.before();
    var pairsBefore = session.base()
        ? List.<dev.holdfast.archive.signal.IdMap.Pair>of()
        : before.pairs();
    var named = media.named();
    var removed = session.base() ? new BitSet() : before.live();
    removed.andNot(named);
    var content = new Content.Signal(pass.backupInfo(), new Sha256(contents.sha256()),
        pass.frames(), pass.frameBytes(), pass.framesHash(), journal.finish(), pass.segments(),
        IdRuns.encode(ids.pairs(), pairsBefore), removed.stream().mapToObj(i -> (long) i).toList(),
        new Content.MediaCount(named.cardinality(), tables.absentAmong(named)));
    return new Outcome(content, state(pass, named), pass.newFrames(), media.stored(),
        media.damaged());
  }

  private LineageState state(FramePass pass, BitSet named) throws IOException {
    tables.force();
    frames.force();
    var before = session.before();
    boolean base = session.base();
    return new LineageState(Sha256.NONE, base ? 0 : before.sinceBase() + 1,
        base ? pass.newBytes() : before.baseBytes(),
        base ? 0 : before.deltaBytes() + pass.newBytes(), session.generation(), frames.count(),
        tables.blobCount(), tables.mediaCount(), named, session.objects().all(),
        Map.copyOf(numbers.entries()), ids.pairs());
  }

  @Override
  public void close() throws IOException {
    listed.close();
    list.close();
    frames.close();
    if (framesBefore != null) framesBefore.close();
    tables.close();
    if (tablesBefore != null) tablesBefore.close();
  }
}

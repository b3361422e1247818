package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.signal.BackupId;
import dev.holdfast.archive.signal.BackupInfo;
import dev.holdfast.archive.signal.FrameFacts;
import dev.holdfast.archive.signal.FrameIds;
import dev.holdfast.archive.signal.IdMap;
import dev.holdfast.archive.signal.IdMap.Pair;
import dev.holdfast.archive.signal.MainWriter;
import dev.holdfast.archive.signal.MediaName;
import dev.holdfast.archive.signal.NewSignalSnapshot;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.archive.snapshot.Content;
import dev.holdfast.archive.snapshot.FrameDigest;
import dev.holdfast.archive.snapshot.IdRuns;
import dev.holdfast.archive.snapshot.MediaRow;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes a Signal folder out of an open lineage, under its own recovery key and a fresh media root
/// key, and reads it back.
final class SignalRestore {
  private final OpenLineage lineage;
  private final Content.Signal content;
  private final SignalTarget target;
  private final Instant now;
  private final SecureRandom random;
  private final Progress progress;
  private final MessageDigest stored = Sha256.digest();
  private final MessageDigest written = Sha256.digest();
  private final FrameIds ids = new FrameIds();
  private IdMap originals = (space, id) -> IdMap.UNDEFINED;
  private long frames;
  private long dropped;
  private long onlyInCloud;
  private long bytes;

  SignalRestore(OpenLineage lineage, Content.Signal content, SignalTarget target, Instant now,
      SecureRandom random, Progress progress) {
    this.lineage = lineage;
    this.content = content;
    this.target = target;
    this.now = now;
    this.random = random;
    this.progress = progress;
  }

  RestoreSummary write(TemporaryFolder temporary) throws IOException {
    var tableFolder = Files.createDirectory(temporary.path().resolve("tables"));
    var folder = SignalFolder.create(temporary.path());
    try (var tables = Tables.of(lineage, tableFolder); var workers = new Workers()) {
      var media = new MediaWriter(lineage, tables, folder);
      try (var key = target.recoveryKey().lend(SignalRestore::recoveryKey)) {
        var thread = media.start(workers);
        var snapshot = writeSnapshot(folder, tables, key);
        thread.finish();
        validate(snapshot, key);
      }
      return summary(folder, tables);
    }
  }

  private static RecoveryKey recoveryKey(byte[] ascii) {
    return RecoveryKey.parse(new String(ascii, StandardCharsets.US_ASCII));
  }

  private SignalSnapshot writeSnapshot(SignalFolder folder, Tables tables, RecoveryKey key)
      throws IOException {
    try (var snapshot = folder.begin(lineage.newest().takenAt())) {
      writeMain(snapshot, key);
      for (int number = tables.live().nextSetBit(0); number >= 0; number = tables.live()
          .nextSetBit(number + 1)) {
        var row = tables.media(number);
        if (row.listed() || row.state() == MediaRow.State.STORED)
          snapshot.media(new MediaName(row.name().hex()));
      }
      return snapshot.commit();
    }
  }

  private void writeMain(NewSignalSnapshot snapshot, RecoveryKey key) throws IOException {
    originals = IdMap.toOriginal(pairs());
    var rootKey = new byte[32];
    random.nextBytes(rootKey);
    try (var main = snapshot.main(key, BackupId.random(random), MainWriter.DEFAULT_LEVEL)) {
      main.write(BackupInfo.withMediaRootKey(content.backupInfo(), rootKey));
      new FrameSource(lineage).each((frame, raw) -> write(frame, raw, main));
      if (frames + dropped != content.frames()
          || !Sha256.of(stored.digest()).equals(content.framesHash()))
        throw damaged("the messages are not those that were stored");
      main.finish();
    }
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (var inner : lineage.inners())
      pairs = IdRuns.decode(((Content.Signal) inner.content()).ids(), pairs, "the map of ids");
    return pairs;
  }

  private void write(byte[] stored, boolean raw, MainWriter main) throws IOException {
    var frame = raw ? stored : ids.rewrite(stored, originals);
    FrameDigest.update(this.stored, frame);
    var facts = FrameFacts.of(frame);
    if (target.dropExpired() && facts.expires().filter(due -> !due.isAfter(now)).isPresent()) {
      dropped++;
      return;
    }
    onlyInCloud += facts.mediaOnlyInCloud();
    FrameDigest.update(written, frame);
    main.write(frame);
    frames++;
    bytes += frame.length;
    if ((frames & 0xfff) == 0) progress.at(Progress.Step.WRITING, bytes, content.frameBytes());
  }

  /// Reads `main` back with nothing but the new recovery key.
  private void validate(SignalSnapshot snapshot, RecoveryKey key) throws IOException {
    var expected = Sha256.of(written.digest());
    var found = Sha256.digest();
    var first = new boolean[]{true};
    try (var messageKey = snapshot.key(key)) {
      snapshot.main().read(messageKey, frame -> {
        if (!first[0]) FrameDigest.update(found, frame);
        first[0] = false;
      });
    }
    if (!Sha256.of(found.digest()).equals(expected))
      throw new IOException("the disk does not give back what was written to it");
  }

  private RestoreSummary summary(SignalFolder folder, Tables tables) {
    long media = 0;
    long absent = 0;
    var damaged = new ArrayList<String>();
    for (int number = tables.live().nextSetBit(0); number >= 0; number = tables.live()
        .nextSetBit(number + 1)) {
      var row = tables.media(number);
      switch (row.state()) {
        case STORED -> media++;
        case ABSENT -> absent++;
        case DAMAGED -> damaged.add(row.name().hex());
      }
    }
    return new RestoreSummary(folder.path(), frames, media, absent, onlyInCloud, damaged, dropped,
        List.of());
  }

  private static ArchiveException damaged(String sentence) {
    return new ArchiveException(ArchiveException.Kind.DAMAGED, sentence,
        "use an earlier snapshot, and report this: it was sealed in this state");
  }
}

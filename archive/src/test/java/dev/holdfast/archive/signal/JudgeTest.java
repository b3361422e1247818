package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signal.libsignal.messagebackup.AccountEntropyPool;
import org.signal.libsignal.messagebackup.MessageBackup;
import org.signal.libsignal.messagebackup.ValidationError;
import org.signal.libsignal.protocol.ServiceId;

/// Signal's own library judges what we write. It is older than some frames, so on those its verdict
/// is a warning: what it refuses must be refused for the kind of frame alone, never for the file
/// around it.
class JudgeTest {
  @TempDir
  Path folder;

  @BeforeAll
  static void theLibraryLoadsHere() {
    boolean supported = !System.getProperty("os.arch").equals("aarch64")
        || !System.getProperty("os.name").equals("Linux");
    Assumptions.assumeTrue(supported, "libsignal-client has no library for Linux on ARM");
  }

  @Test
  void everyCaseWrittenByUsIsAcceptedUnlessTheJudgeDoesNotKnowItsFrames() throws IOException {
    var unknown = new TreeSet<String>();
    for (var stream : SharedData.streams()) {
      var name = String.valueOf(stream.getFileName());
      if (!accepted(name, SharedData.frames(stream))) unknown.add(name);
    }
    assertTrue(unknown.size() <= 13, unknown.toString());
  }

  @Test
  void canonicalFramesAreValidFramesThemselves() throws IOException {
    var unknown = new TreeSet<String>();
    for (var stream : SharedData.streams()) {
      var frames = SharedData.frames(stream);
      var snapshot = new CanonicalIds().snapshot();
      var canonical = new ArrayList<>(List.of(frames.getFirst()));
      for (var frame : FrameIdsTest.afterInfo(frames)) {
        canonical.add(snapshot.canonical(frame, FrameFacts.of(frame)).frame());
      }
      var name = String.valueOf(stream.getFileName());
      if (!accepted(name, canonical)) unknown.add(name);
    }
    assertTrue(unknown.size() <= 13, unknown.toString());
  }

  /// False for a case with a frame that is newer than the judge; it fails on any other objection.
  private boolean accepted(String name, List<byte[]> frames) throws IOException {
    var objection = judge(write(name, frames)).orElse("");
    assertTrue(objection.isEmpty() || objection.contains("is a oneof but is empty"),
        name + ": " + objection);
    return objection.isEmpty();
  }

  @Test
  void aFreshMediaRootKeyKeepsTheBackupValid() throws IOException {
    var frames = SharedData.frames(SharedData.signal().resolve("canonical-backup.binproto"));
    frames.set(0, BackupInfo.withMediaRootKey(frames.getFirst(), FrameFactsTest.filled(32, 3)));
    assertEquals(Optional.empty(), judge(write("fresh", frames)));
  }

  @Test
  void keysAreTheOnesTheJudgeDerives() {
    for (int i = 0; i < 20; i++) {
      var aci = UUID.randomUUID();
      try (var recovery = RecoveryKey.generate(new SecureRandom());
          var backup = recovery.backupKey()) {
        var text = recovery.lend(bytes -> new String(bytes, US_ASCII));
        var theirBackup = AccountEntropyPool.deriveBackupKey(text);
        assertArrayEquals(theirBackup.serialize(), backup.lend(byte[]::clone));
        assertArrayEquals(theirBackup.deriveLocalBackupMetadataKey(), backup.localMetadataKey());
        var theirs = new org.signal.libsignal.messagebackup.MessageBackupKey(text,
            new ServiceId.Aci(aci));
        try (var ours = backup.localKey(backup.backupId(aci))) {
          var joined = Primitives.join(theirs.getHmacKey(), theirs.getAesKey());
          assertArrayEquals(joined, ours.lend(byte[]::clone));
        }
      }
    }
  }

  private Path write(String name, List<byte[]> frames) throws IOException {
    var target = folder.resolve(name);
    try (var key = Keys.local(); var writer = MainWriter.local(target, key, 1)) {
      for (var frame : frames)
        writer.write(frame);
      writer.finish();
    }
    return target;
  }

  /// What the judge objects to, if anything.
  private static Optional<String> judge(Path main) throws IOException {
    try (var key = Keys.local()) {
      var theirs = key.lend(bytes -> org.signal.libsignal.messagebackup.MessageBackupKey
          .fromParts(Arrays.copyOf(bytes, 32), Arrays.copyOfRange(bytes, 32, 64)));
      MessageBackup.validate(theirs, MessageBackup.Purpose.REMOTE_BACKUP, () -> open(main),
          Files.size(main));
      return Optional.empty();
    } catch (ValidationError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

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
import java.util.Random;
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
  void aLongConversationPackedInManyBlocksIsAccepted() throws IOException {
    var frames = conversation(20_000);
    assertEquals(Optional.empty(), judge(write("conversation", frames)));
    var snapshot = new CanonicalIds().snapshot();
    var canonical = new ArrayList<>(List.of(frames.getFirst()));
    for (var frame : FrameIdsTest.afterInfo(frames)) {
      canonical.add(snapshot.canonical(frame, FrameFacts.of(frame)).frame());
    }
    assertEquals(Optional.empty(), judge(write("canonical conversation", canonical)));
  }

  /// Two people, ids as a renumbering export might give them, and texts that do not pack
  /// to nothing.
  private static List<byte[]> conversation(int messages) {
    var frames = new ArrayList<byte[]>();
    frames.add(new WireWriter().varint(1, 1)
        .varint(2, 1_764_000_000_000L)
        .bytes(3, new byte[32])
        .toBytes());
    var account = new WireWriter().bytes(1, new byte[32])
        .text(4, "Me")
        .message(9, new WireWriter().varint(17, 2).varint(23, 1).varint(28, 1).varint(29, 2));
    frames.add(new WireWriter().message(1, account).toBytes());
    frames.add(recipient(200, 5, new WireWriter()));
    frames.add(recipient(7, 2,
        new WireWriter().bytes(1, FrameFactsTest.filled(16, 1)).message(7, new WireWriter())));
    frames.add(new WireWriter().message(3, new WireWriter().varint(1, 90).varint(2, 7)).toBytes());
    var random = new Random(17);
    for (int i = 0; i < messages; i++) {
      var text = new WireWriter().text(1, "message " + random.nextLong() + " " + random.nextLong());
      var sent = new WireWriter().varint(1, 7)
          .varint(2, 1_763_000_000_000L)
          .message(4, new WireWriter());
      frames.add(new WireWriter().message(4, new WireWriter().varint(1, 90)
          .varint(2, 200)
          .varint(3, 1_763_000_000_000L + i)
          .message(9, new WireWriter().message(1, sent).varint(2, 1_763_000_000_000L))
          .message(11, new WireWriter().message(2, text))).toBytes());
    }
    return frames;
  }

  private static byte[] recipient(long id, int kind, WireWriter member) {
    return new WireWriter().message(2, new WireWriter().varint(1, id).message(kind, member))
        .toBytes();
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

package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalFolderTest {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00.5Z");
  static final List<byte[]> FRAMES = SampleFrames.of(6, 40, 0);
  @TempDir
  Path parent;

  @Test
  void aSnapshotIsWrittenFoundAndOpenedWithTheRecoveryKeyAlone() throws IOException {
    var folder = SignalFolder.create(parent);
    var names = List.of(new MediaName("ab".repeat(32)), new MediaName("01".repeat(32)));
    try (var recovery = RecoveryKey.generate(new SecureRandom())) {
      var written = snapshot(folder, NOON, recovery, names);
      assertEquals("signal-backup-2026-11-23-12-00-00", written.path().getFileName().toString());
      for (var given : List.of(parent, folder.path())) {
        var found = SignalFolder.find(given).newest();
        assertEquals(Instant.parse("2026-11-23T12:00:00Z"), found.time());
        var back = new ArrayList<byte[]>();
        try (var key = found.key(recovery)) {
          found.main().read(key, back::add);
        }
        ConformanceTest.assertFrames(FRAMES, back, "folder");
        var listed = new ArrayList<MediaName>();
        found.eachMedia(listed::add);
        assertEquals(names, listed);
      }
    }
    assertTrue(Files.exists(folder.path().resolve(".nomedia")));
    try (var shards = Files.list(folder.path().resolve("files"))) {
      assertEquals(256, shards.count());
    }
  }

  @Test
  void anotherRecoveryKeyShowsOnlyAtMain() throws IOException {
    var folder = SignalFolder.create(parent);
    try (var recovery = RecoveryKey.generate(new SecureRandom());
        var other = RecoveryKey.generate(new SecureRandom())) {
      var snapshot = snapshot(folder, NOON, recovery, List.of());
      try (var key = snapshot.key(other)) {
        assertThrows(ArchiveException.class, () -> snapshot.main().verify(key));
      }
      try (var key = snapshot.key(recovery)) {
        snapshot.main().verify(key);
      }
    }
  }

  @Test
  void snapshotsComeNewestFirstAndUnfinishedOnesNever() throws IOException {
    var folder = SignalFolder.create(parent);
    for (var name : List.of("signal-backup-2026-11-22-12-00-00",
        "signal-backup-2026-11-23-12-00-00",
        "signal-backup-2025-12-31-23-59-59", "signal-backup-2026-11-24-12-00-00-tmp",
        "signal-backup-2026-13-01-00-00-00",
        "signal-backup-2026-11-24", "other")) {
      Files.createDirectory(folder.path().resolve(name));
    }
    Files.createFile(folder.path().resolve("signal-backup-2026-11-25-12-00-00"));
    assertEquals(List.of("2026-11-23T12:00:00Z", "2026-11-22T12:00:00Z", "2025-12-31T23:59:59Z"),
        folder.snapshots().stream().map(snapshot -> snapshot.time().toString()).toList());
  }

  @Test
  void aFolderWithoutSnapshotsIsAbsentAndSaysWhatToDo() throws IOException {
    SignalFolder.create(parent);
    var absent = assertThrows(ArchiveException.class, () -> SignalFolder.find(parent));
    assertEquals(ArchiveException.Kind.ABSENT, absent.kind());
    assertTrue(absent.hint().contains("SignalBackups"));
    assertThrows(ArchiveException.class, () -> SignalFolder.find(parent.resolve("nothing")));
  }

  @Test
  void anUncommittedSnapshotStaysInvisible() throws IOException {
    var folder = SignalFolder.create(parent);
    try (var begun = folder.begin(NOON)) {
      assertThrows(IllegalStateException.class, begun::commit);
      assertEquals(List.of(), folder.snapshots());
    }
    assertFalse(Files.exists(folder.path().resolve("signal-backup-2026-11-23-12-00-00-tmp")));
  }

  @Test
  void whatAnInterruptedAttemptLeftIsReplaced() throws IOException {
    var folder = SignalFolder.create(parent);
    var left = Files
        .createDirectory(folder.path().resolve("signal-backup-2026-11-23-12-00-00-tmp"));
    Files.createFile(left.resolve("files"));
    Files.createFile(left.resolve("main.tmp"));
    try (var recovery = RecoveryKey.generate(new SecureRandom())) {
      var written = snapshot(folder, NOON, recovery, List.of());
      assertFalse(Files.exists(written.path().resolve("main.tmp")));
      assertThrows(IOException.class, () -> snapshot(folder, NOON, recovery, List.of()));
    }
  }

  @Test
  void aSnapshotThatIsRemovedMeanwhileIsAbsent() throws IOException {
    var empty = SignalSnapshot
        .at(Files.createDirectory(parent.resolve("signal-backup-2026-11-23-12-00-00")))
        .orElseThrow();
    assertAbsent(empty::metadata);
    assertAbsent(() -> empty.eachMedia(name -> {}));
    assertAbsent(() -> MediaFile.check(parent.resolve("none"), pointer(new byte[1])));
  }

  private static void assertAbsent(Executable read) {
    assertEquals(ArchiveException.Kind.ABSENT, assertThrows(ArchiveException.class, read).kind());
  }

  @Test
  void metadataIsTheKnownShape() {
    try (var recovery = RecoveryKey.parse("m".repeat(64)); var key = recovery.backupKey()) {
      var id = key.backupId(new UUID(0x1111111111111111L, 0x1111111111111111L));
      var bytes = SnapshotMetadata.seal(key, id, new SecureRandom()).toBytes();
      assertEquals(36, bytes.length);
      assertEquals("08011220", HexFormat.of().formatHex(bytes, 0, 4));
      var parsed = SnapshotMetadata.parse(bytes);
      assertEquals(id, parsed.open(key));
      assertArrayEquals(bytes, parsed.toBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0801", "08011200", "0801120a0a", "08011204", "ffffffffffffffffffff"})
  void damagedMetadataIsRefused(String hex) {
    assertThrows(ArchiveException.class,
        () -> SnapshotMetadata.parse(HexFormat.of().parseHex(hex)));
  }

  @Test
  void newerMetadataIsSaidToBeNewer() {
    var newer = assertThrows(ArchiveException.class,
        () -> SnapshotMetadata.parse(new byte[]{8, 2}));
    assertEquals(ArchiveException.Kind.UNSUPPORTED, newer.kind());
  }

  @Test
  void aListThatLeavesItsFolderIsRefused() throws IOException {
    var list = new ByteArrayOutputStream();
    for (var name : List.of("../../../etc/passwd", "AB".repeat(32), "", "ab".repeat(31))) {
      list.reset();
      var entry = new WireWriter().text(1, name).toBytes();
      list.writeBytes(Varint.of(entry.length));
      list.writeBytes(entry);
      assertListRefused(list.toByteArray());
    }
    assertListRefused(new byte[]{-1, -1, -1, -1, -1, -1});
    assertListRefused(new byte[]{-1, -1, 3});
    assertListRefused(new byte[]{5, 1});
    assertListRefused(new byte[]{-1});
  }

  private void assertListRefused(byte[] list) throws IOException {
    var folder = Files.createDirectories(parent.resolve("signal-backup-2026-11-23-12-00-00"));
    Files.write(folder.resolve("files"), list);
    var snapshot = SignalSnapshot.at(folder).orElseThrow();
    assertThrows(ArchiveException.class, () -> snapshot.eachMedia(name -> {}));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 541, 542, 300_000})
  void mediaFilesAreSealedCheckedAndOpened(int size) throws IOException {
    var plain = new byte[size];
    new Random(size).nextBytes(plain);
    var pointer = pointer(plain);
    var folder = SignalFolder.create(parent);
    folder.addMedia(pointer.name(), new ByteArrayInputStream(sealed(plain, pointer)));
    var file = folder.media(pointer.name());
    MediaFile.check(file, pointer);
    var opened = new ByteArrayOutputStream();
    MediaFile.open(file, pointer, opened);
    assertArrayEquals(plain, opened.toByteArray());
    long blocks = Padding.padded(size) / 16 + 1;
    assertEquals(16 + blocks * 16 + 32, Files.size(file));
  }

  @Test
  void damagedMediaAreFound() throws IOException {
    var plain = "a photograph".getBytes(UTF_8);
    var pointer = pointer(plain);
    var good = sealed(plain, pointer);
    var file = parent.resolve("photo");
    for (int at = 0; at < good.length; at += 7) {
      var damaged = good.clone();
      damaged[at] ^= 1;
      assertMediaRefused(Files.write(file, damaged), pointer);
    }
    for (int length : new int[]{0, 47, 48, 64, good.length - 16, good.length - 1}) {
      assertMediaRefused(Files.write(file, Arrays.copyOf(good, length)), pointer);
    }
    Files.write(file, good);
    assertMediaRefused(file,
        MediaPointer.of(plain.length + 1, pointer.plaintextHash(), pointer.localKey()));
    assertMediaRefused(file, MediaPointer.of(100_000, pointer.plaintextHash(), pointer.localKey()));
    MediaFile.check(file, pointer);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 31, 32, 33, 100_000})
  void mediaAreCheckedWhileTheyPass(int step) throws IOException {
    var plain = new byte[1000];
    var pointer = pointer(plain);
    var sealed = sealed(plain, pointer);
    assertTrue(passes(sealed, pointer, step));
    for (int at = 0; at < sealed.length; at += 97) {
      var damaged = sealed.clone();
      damaged[at] ^= 1;
      assertFalse(passes(damaged, pointer, step));
    }
    for (int length : new int[]{0, 20, 32, sealed.length - 16, sealed.length - 1}) {
      assertFalse(passes(Arrays.copyOf(sealed, length), pointer, step));
    }
  }

  private static boolean passes(byte[] sealed, MediaPointer pointer, int step) {
    var check = new MediaCheck(pointer);
    for (int from = 0; from < sealed.length; from += step) {
      check.update(sealed, from, Math.min(step, sealed.length - from));
    }
    return check.matches();
  }

  @Test
  void mediaThatAreThereAreKept() throws IOException {
    var folder = SignalFolder.create(parent);
    var name = new MediaName("cd".repeat(32));
    folder.addMedia(name, new ByteArrayInputStream(new byte[]{1}));
    folder.addMedia(name, new ByteArrayInputStream(new byte[]{2}));
    assertArrayEquals(new byte[]{1}, Files.readAllBytes(folder.media(name)));
    assertFalse(Files.exists(folder.media(name).resolveSibling(name.hex() + ".tmp")));
  }

  @Test
  void freshIdsDiffer() {
    assertNotEquals(BackupId.random(new SecureRandom()), BackupId.random(new SecureRandom()));
  }

  private static void assertMediaRefused(Path file, MediaPointer pointer) {
    var wrong = assertThrows(ArchiveException.class, () -> MediaFile.check(file, pointer));
    assertEquals(ArchiveException.Kind.DAMAGED, wrong.kind());
  }

  private static MediaPointer pointer(byte[] plain) {
    var key = new byte[64];
    new Random(3).nextBytes(key);
    return MediaPointer.of(plain.length, Primitives.sha256().digest(plain), key);
  }

  private static byte[] sealed(byte[] plain, MediaPointer pointer) throws IOException {
    var sealed = new ByteArrayOutputStream();
    MediaFile.seal(new ByteArrayInputStream(plain), pointer, sealed);
    return sealed.toByteArray();
  }

  private static SignalSnapshot snapshot(SignalFolder folder, Instant time, RecoveryKey recovery,
      List<MediaName> media)
      throws IOException {
    try (var begun = folder.begin(time)) {
      try (var main = begun.main(recovery, BackupId.random(new SecureRandom()),
          MainWriter.DEFAULT_LEVEL)) {
        for (var frame : FRAMES)
          main.write(frame);
        main.finish();
      }
      for (var name : media)
        begun.media(name);
      return begun.commit();
    }
  }
}

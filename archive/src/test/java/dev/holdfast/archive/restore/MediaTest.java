package dev.holdfast.archive.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.sample.SampleArchive;
import dev.holdfast.archive.sample.SampleArchive.Numbering;
import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.split.Custody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTest {
  @TempDir
  Path folder;
  private TestVault vault;
  private RecoveryKey key;
  private SampleArchive archive;

  @BeforeEach
  void open() throws IOException {
    vault = new TestVault(folder);
    key = RecoveryKey.generate(TestVault.RANDOM);
    archive = new SampleArchive(41, 4, 100, Numbering.STABLE);
    archive.send(3000, true);
    archive.send(4_300_000, true);
    archive.send(36_000_000, true);
    archive.export(folder.resolve("phone"), key);
  }

  @AfterEach
  void close() {
    key.close();
    vault.close();
  }

  private List<Path> mediaBySize() throws IOException {
    try (var files = Files.walk(folder.resolve("phone/SignalBackups/files"))) {
      return files.filter(Files::isRegularFile)
          .sorted((one, other) -> Long.compare(one.toFile().length(),
              other.toFile().length()))
          .toList();
    }
  }

  @Test
  void mediaOfEverySizeAreStoredOnceAndComeBack() throws IOException {
    assertEquals(3, vault.backup(folder.resolve("phone"), key).newMedia());
    archive.say(1);
    archive.export(folder.resolve("phone"), key);
    var second = vault.backup(folder.resolve("phone"), key);
    assertEquals(0, second.newMedia());
    assertEquals(3, second.media());
    assertTrue(second.bytesAdded() < 5000);
    vault.restore("latest", folder.resolve("out"), key, false);
    var phone = folder.resolve("phone/SignalBackups/files");
    for (var media : mediaBySize())
      assertEquals(-1, Files.mismatch(media,
          folder.resolve("out/SignalBackups/files").resolve(phone.relativize(media))));
  }

  @Test
  void damagedMediaAreStoredAsideAndHealWhenTheyAreWholeAgain() throws IOException {
    for (var media : mediaBySize()) {
      var whole = Files.readAllBytes(media);
      var damaged = whole.clone();
      damaged[whole.length / 2] ^= 1;
      Files.write(media, damaged);
      var place = folder.resolve("one-" + whole.length);
      try (var fresh = new TestVault(place)) {
        var name = media.getFileName().toString();
        assertEquals(List.of(name), fresh.backup(folder.resolve("phone"), key).mediaDamaged());
        assertEquals(List.of(name), fresh.backup(folder.resolve("phone"), key).mediaDamaged());
        var restored = fresh.restore("latest", place.resolve("out"), key, false);
        assertEquals(List.of(name), restored.mediaDamaged());
        assertEquals(2, restored.media());
        assertEquals(-1,
            Files.mismatch(media, place.resolve("out/SignalBackups/damaged").resolve(name)));
        Files.write(media, whole);
        assertEquals(List.of(), fresh.backup(folder.resolve("phone"), key).mediaDamaged());
        assertEquals(3, fresh.restore("latest", place.resolve("healed"), key, false).media());
      }
    }
  }

  @Test
  void mediaThatWereAbsentAreStoredOnceTheyCome() throws IOException {
    var media = mediaBySize().getFirst();
    var bytes = Files.readAllBytes(media);
    Files.delete(media);
    assertEquals(1, vault.backup(folder.resolve("phone"), key).mediaAbsent());
    assertEquals(1, vault.backup(folder.resolve("phone"), key).mediaAbsent());
    assertEquals(1, vault.restore("latest", folder.resolve("without"), key, false).mediaAbsent());
    Files.write(media, bytes);
    var found = vault.backup(folder.resolve("phone"), key);
    assertEquals(0, found.mediaAbsent());
    assertEquals(1, found.newMedia());
    assertEquals(3, vault.restore("latest", folder.resolve("with"), key, false).media());
  }

  @Test
  void mediaThatDisappearFromTheFolderStayInTheVault() throws IOException {
    vault.backup(folder.resolve("phone"), key);
    for (var media : mediaBySize())
      Files.delete(media);
    assertEquals(0, vault.backup(folder.resolve("phone"), key).mediaAbsent());
    assertEquals(3, vault.restore("latest", folder.resolve("out"), key, false).media());
  }

  @Test
  void mediaThatNoMessageNamesAnyMoreAreNotRestoredAndComeBackWhenTheyAreNamedAgain()
      throws IOException {
    vault.backup(folder.resolve("phone"), key);
    int newest = archive.messages() - 1;
    var other = new SampleArchive(41, 4, 100, Numbering.STABLE);
    other.send(3000, true);
    other.send(4_300_000, true);
    assertEquals(newest, other.messages());
    other.export(folder.resolve("later"), key);
    assertEquals(2, vault.backup(folder.resolve("later"), key).media());
    assertEquals(2, vault.restore("latest", folder.resolve("two"), key, false).media());
    var again = vault.backup(folder.resolve("phone"), key);
    assertEquals(3, again.media());
    assertTrue(again.bytesAdded() < 10_000, "it was there already, but cost " + again.bytesAdded());
    assertEquals(3, vault.restore("latest", folder.resolve("three"), key, false).media());
  }

  @Test
  void custodyRemovesSnapshotsAndMediaAndNothingElse() throws IOException {
    vault.backup(folder.resolve("phone"), key);
    var signal = folder.resolve("phone/SignalBackups");
    Files.createDirectory(signal.resolve("signal-backup-2026-01-01-00-00-00-tmp"));
    Files.writeString(signal.resolve("notes.txt"), "mine");
    var listed = Custody.list(folder.resolve("phone"));
    assertEquals(2, listed.snapshots());
    assertEquals(3, listed.mediaFiles());
    assertTrue(listed.bytes() > 37_000_000);
    assertEquals(listed, Custody.take(signal));
    assertTrue(Files.exists(signal.resolve("notes.txt")));
    assertFalse(Files.exists(signal.resolve("signal-backup-2026-01-01-00-00-00-tmp")));
    assertEquals(List.of(), mediaBySize());
    assertThrows(ArchiveException.class, () -> Custody.list(folder.resolve("phone")));
    assertEquals(3, vault.restore("latest", folder.resolve("out"), key, false).media());
  }
}

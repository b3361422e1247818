package dev.holdfast.archive.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.sample.SampleArchive;
import dev.holdfast.archive.sample.SampleArchive.Numbering;
import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalRoundTripTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Numbering.class)
  void everySnapshotComesBackFrameByFrame(Numbering numbering) throws IOException {
    var archive = new SampleArchive(7, 12, 3000, numbering);
    archive.send(300, true);
    archive.send(40_000, true);
    archive.send(4_500_000, true);
    archive.send(5000, false);
    try (var vault = new TestVault(folder); var key = RecoveryKey.generate(TestVault.RANDOM)) {
      var exports = new ArrayList<List<byte[]>>();
      var ids = new ArrayList<String>();
      for (int day = 0; day < 4; day++) {
        archive.export(folder.resolve("phone"), key);
        exports.add(frames(archive));
        var summary = vault.backup(folder.resolve("phone"), key);
        ids.add(summary.snapshot().hex());
        assertEquals(1, summary.mediaAbsent());
        assertEquals(exports.getLast().size() - 1, summary.frames());
        archive.meet();
        archive.say(40);
        archive.edit(5, 200);
        archive.send(700, true);
      }
      for (int day = 0; day < 4; day++)
        assertRestores(vault, ids.get(day), exports.get(day), folder.resolve("out-" + day));
    }
  }

  private void assertRestores(TestVault vault, String id, List<byte[]> expected, Path target)
      throws IOException {
    try (var fresh = RecoveryKey.generate(TestVault.RANDOM)) {
      var summary = vault.restore(id, target, fresh, false);
      var snapshot = SignalFolder.find(target).newest();
      var found = new ArrayList<byte[]>();
      try (var key = snapshot.key(fresh)) {
        snapshot.main().read(key, found::add);
      }
      assertEquals(expected.size(), found.size());
      for (int i = 1; i < found.size(); i++)
        assertArrayEquals(expected.get(i), found.get(i));
      assertEquals(1, summary.mediaAbsent());
      assertMediaAreTheSame(target);
    }
  }

  private void assertMediaAreTheSame(Path target) throws IOException {
    var files = target.resolve("SignalBackups/files");
    try (var found = Files.walk(files)) {
      var media = found.filter(Files::isRegularFile).toList();
      assertTrue(media.size() >= 3);
      for (var file : media)
        assertEquals(-1, Files.mismatch(file,
            folder.resolve("phone/SignalBackups/files").resolve(files.relativize(file))));
    }
  }

  static List<byte[]> frames(SampleArchive archive) {
    var frames = new ArrayList<byte[]>();
    archive.frames(frames::add);
    return frames;
  }
}

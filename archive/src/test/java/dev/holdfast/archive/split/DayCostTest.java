package dev.holdfast.archive.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.sample.SampleArchive;
import dev.holdfast.archive.sample.SampleArchive.Numbering;
import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.signal.RecoveryKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayCostTest {
  @TempDir
  Path folder;

  private BackupSummary dayTwo(Numbering numbering) throws IOException {
    var archive = new SampleArchive(3, 40, 20_000, numbering);
    var place = folder.resolve(numbering.name());
    try (var vault = new TestVault(place); var key = RecoveryKey.generate(TestVault.RANDOM)) {
      archive.export(place.resolve("phone"), key);
      vault.backup(place.resolve("phone"), key);
      archive.say(200);
      archive.edit(20, 2000);
      archive.export(place.resolve("phone"), key);
      var summary = vault.backup(place.resolve("phone"), key);
      assertEquals(summary.bytesAdded(), lastSnapshotOnDisk(vault));
      return summary;
    }
  }

  private static long lastSnapshotOnDisk(TestVault vault) throws IOException {
    var manifest = vault.chain().newest().orElseThrow().manifest();
    return vault.store.read(manifest.outer().inner().name(), 0, 1 << 20).length
        + Files.size(vault.folder.resolve("store/manifests/000000000002"));
  }

  @Test
  void aDayIsOneSmallObjectHoweverTheExportNumbersPeople() throws IOException {
    var stable = dayTwo(Numbering.STABLE);
    var anew = dayTwo(Numbering.ANEW);
    assertTrue(stable.newFrames() <= 220, "only what is new is stored: " + stable.newFrames());
    assertTrue(stable.bytesAdded() < 26_000, "it cost " + stable.bytesAdded());
    assertTrue(Math.abs(stable.bytesAdded() - anew.bytesAdded()) <= 1024,
        "numbering anew cost " + anew.bytesAdded());
  }
}

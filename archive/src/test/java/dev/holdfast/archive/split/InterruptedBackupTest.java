package dev.holdfast.archive.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.sample.FailingStore;
import dev.holdfast.archive.sample.SampleArchive;
import dev.holdfast.archive.sample.SampleArchive.Numbering;
import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.snapshot.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptedBackupTest {
  @TempDir
  Path folder;

  private static SampleArchive archiveWithSeveralPacks() {
    var archive = new SampleArchive(11, 5, 400, Numbering.STABLE);
    for (int i = 0; i < 5; i++)
      archive.send(4_300_000 + i, true);
    for (int i = 0; i < 4; i++)
      archive.send(400_000 + i, true);
    return archive;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBackupThatFailsAtAnyCallIsContinuedAndSendsNothingTwice(boolean afterwards)
      throws IOException {
    try (var key = RecoveryKey.generate(TestVault.RANDOM)) {
      archiveWithSeveralPacks().export(folder.resolve("phone"), key);
      long calls = callsOfAWholeBackup(key);
      assertTrue(calls >= 7, "too few calls to be interesting: " + calls);
      for (long at = 0; at < calls; at++)
        failsOnceThenGoesOn(key, at, afterwards, calls);
    }
  }

  private long callsOfAWholeBackup(RecoveryKey key) throws IOException {
    try (var vault = new TestVault(folder.resolve("whole"))) {
      var counting = new FailingStore(vault.store, Long.MAX_VALUE, false);
      vault.backup(folder.resolve("phone"), key, counting, vault.index());
      return counting.puts.get() + 1;
    }
  }

  private void failsOnceThenGoesOn(RecoveryKey key, long at, boolean afterwards, long calls)
      throws IOException {
    var place = folder.resolve("fails-" + at);
    try (var vault = new TestVault(place)) {
      var failing = new FailingStore(vault.store, at, afterwards);
      assertThrows(IOException.class,
          () -> vault.backup(folder.resolve("phone"), key, failing, vault.index()));
      var counting = new FailingStore(vault.store, Long.MAX_VALUE, false);
      vault.backup(folder.resolve("phone"), key, counting, vault.index());
      long mayBeLost = afterwards ? 1 : 0;
      assertTrue(counting.puts.get() <= calls - failing.puts.get() + mayBeLost,
          "after " + failing.puts + " of " + calls + " calls it sent " + counting.puts);
      assertTrue(vault.checks().check(vault.chain(), 100, Progress.NONE).problems().isEmpty());
      var restored = vault.restore("latest", place.resolve("out"), key, false);
      assertEquals(9, restored.media());
    }
  }

  @Test
  void aBackupPublishedWithoutTheAnswerIsTheParentOfTheNext() throws IOException {
    var archive = new SampleArchive(12, 5, 2000, Numbering.STABLE);
    try (var vault = new TestVault(folder.resolve("vault"));
        var key = RecoveryKey.generate(TestVault.RANDOM)) {
      archive.export(folder.resolve("phone"), key);
      vault.backup(folder.resolve("phone"), key);
      archive.say(20);
      archive.export(folder.resolve("phone"), key);
      var failing = new FailingStore(vault.store, 1, true);
      assertThrows(IOException.class,
          () -> vault.backup(folder.resolve("phone"), key, failing, vault.index()));
      assertEquals(2, vault.chain().manifests().size());
      archive.say(20);
      archive.export(folder.resolve("phone"), key);
      assertEquals(20, vault.backup(folder.resolve("phone"), key).newFrames());
      vault.restore("latest", folder.resolve("out"), key, false);
    }
  }

  @Test
  void aLostIndexCostsBytesAndNothingElse() throws IOException {
    var archive = archiveWithSeveralPacks();
    try (var vault = new TestVault(folder.resolve("vault"));
        var key = RecoveryKey.generate(TestVault.RANDOM)) {
      archive.export(folder.resolve("phone"), key);
      long first = vault.backup(folder.resolve("phone"), key).bytesAdded();
      var elsewhere = folder.resolve("another index");
      var second = vault.backup(folder.resolve("phone"), key, vault.store, elsewhere);
      assertTrue(second.bytesAdded() < first / 2, "large media are found by name in the manifests");
      archive.say(10);
      archive.export(folder.resolve("phone"), key);
      assertEquals(10,
          vault.backup(folder.resolve("phone"), key, vault.store, elsewhere).newFrames());
      for (var line : vault.chain().lines())
        assertEquals(9,
            vault.restore(line.id().hex(), folder.resolve("out" + line.sequence()), key, false)
                .media());
    }
  }

  @Test
  void anUploadThatNobodyKnowsTheHashOfIsLeftAlone() throws IOException {
    try (var vault = new TestVault(folder.resolve("vault"));
        var key = RecoveryKey.generate(TestVault.RANDOM)) {
      archiveWithSeveralPacks().export(folder.resolve("phone"), key);
      var failing = new FailingStore(vault.store, 3, false);
      assertThrows(IOException.class,
          () -> vault.backup(folder.resolve("phone"), key, failing, folder.resolve("lost index")));
      vault.backup(folder.resolve("phone"), key);
      assertEquals(9, vault.restore("latest", folder.resolve("out"), key, false).media());
      assertEquals(List.of(), vault.checks().check(vault.chain(), 100, Progress.NONE).problems());
    }
  }
}

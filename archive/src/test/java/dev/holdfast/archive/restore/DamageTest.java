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
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.SnapshotId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  @TempDir
  Path folder;
  private TestVault vault;
  private RecoveryKey key;

  @BeforeEach
  void backUpThreeDays() throws IOException {
    vault = new TestVault(folder);
    key = RecoveryKey.generate(TestVault.RANDOM);
    var archive = new SampleArchive(21, 6, 3000, Numbering.STABLE);
    for (int i = 0; i < 3; i++)
      archive.send(4_200_000 + i, true);
    for (int i = 0; i < 3; i++)
      archive.send(500_000 + i, true);
    for (int day = 0; day < 3; day++) {
      archive.export(folder.resolve("phone"), key);
      vault.backup(folder.resolve("phone"), key);
      archive.say(30);
      archive.send(2000, true);
    }
  }

  @AfterEach
  void close() {
    key.close();
    vault.close();
  }

  private Path file(ObjectName name) throws IOException {
    try (var files = Files.walk(folder.resolve("store/objects"))) {
      return files.filter(path -> path.getFileName().toString().startsWith(name.hex()))
          .findFirst()
          .orElseThrow();
    }
  }

  private List<ObjectName> everyObject() throws IOException {
    var names = new ArrayList<ObjectName>();
    for (var stored : vault.chain().manifests()) {
      names.add(stored.manifest().outer().inner().name());
      stored.manifest().outer().added().forEach(object -> names.add(object.name()));
    }
    return names;
  }

  private void flip(Path file, long at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void everyObjectThatIsDamagedIsNamedByCheckAndRefusedByRestore() throws IOException {
    var names = everyObject();
    assertTrue(names.size() >= 7);
    for (var name : names) {
      var file = file(name);
      flip(file, Files.size(file) / 2);
      var report = vault.checks().check(vault.chain(), 100, Progress.NONE);
      assertEquals(List.of(name),
          report.problems().stream().map(problem -> problem.object().name()).toList());
      assertEquals(CheckReport.What.DAMAGED, report.problems().getFirst().what());
      assertRestoresExactly(report.restorable(), name);
      flip(file, Files.size(file) / 2);
    }
    assertTrue(vault.checks().check(vault.chain(), 100, Progress.NONE).problems().isEmpty());
  }

  @Test
  void everyObjectThatIsMissingIsNamed() throws IOException {
    for (var name : everyObject()) {
      var file = file(name);
      var aside = folder.resolve("aside");
      Files.move(file, aside);
      var report = vault.checks().check(vault.chain(), 0, Progress.NONE);
      assertEquals(CheckReport.What.MISSING, report.problems().getFirst().what());
      assertRestoresExactly(report.restorable(), name);
      Files.move(aside, file);
    }
  }

  /// What the check calls restorable restores; the newest, which needs everything, does not, and
  /// leaves nothing behind.
  private void assertRestoresExactly(List<SnapshotId> restorable, ObjectName damaged)
      throws IOException {
    int number = 0;
    for (var id : restorable)
      vault.restore(id.hex(), folder.resolve("out-" + damaged + number++), key, false);
    var target = folder.resolve("out-" + damaged);
    var refusal = assertThrows(ArchiveException.class,
        () -> vault.restore("latest", target, key, false));
    assertTrue(String.valueOf(refusal.getMessage()).contains(damaged.hex().substring(0, 8)));
    assertFalse(Files.exists(target.resolve("SignalBackups")));
    try (var left = Files.list(target)) {
      assertEquals(0, left.count());
    } catch (java.nio.file.NoSuchFileException e) {
      // it was refused before anything was written
    }
  }

  @Test
  void anObjectThatIsCutIsFoundWithoutReadingIt() throws IOException {
    var name = everyObject().get(1);
    var file = file(name);
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 100));
    var report = vault.checks().check(vault.chain(), 0, Progress.NONE);
    assertEquals(1, report.problems().size());
  }

  @Test
  void anotherIdentityOpensNothing() throws IOException {
    var restores = new Restores(vault.store, vault.clock, TestVault.RANDOM);
    var chain = vault.chain();
    var plan = restores.plan(chain, chain.named("latest"));
    try (var other = dev.holdfast.archive.seal.Identity.random(TestVault.RANDOM)) {
      var refusal = assertThrows(ArchiveException.class,
          () -> restores.open(plan, epoch -> other, Progress.NONE));
      assertEquals(ArchiveException.Kind.DAMAGED, refusal.kind());
    }
  }

  @Test
  void aFullTargetIsNotWrittenOver() throws IOException {
    var target = folder.resolve("out");
    vault.restore("latest", target, key, false);
    assertThrows(java.nio.file.FileAlreadyExistsException.class,
        () -> vault.restore("latest", target, key, false));
    try (var left = Files.list(target)) {
      assertEquals(1, left.count());
    }
  }
}

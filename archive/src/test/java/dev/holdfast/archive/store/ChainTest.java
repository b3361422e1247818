package dev.holdfast.archive.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.ArchiveException.Kind;
import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.split.Source;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.manifest.OuterManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
  @TempDir
  Path folder;
  private TestVault vault;
  private Path source;

  @BeforeEach
  void backUpThrice() throws IOException {
    vault = new TestVault(folder);
    source = Files.createDirectories(folder.resolve("source"));
    for (int day = 0; day < 3; day++) {
      Files.writeString(source.resolve("day " + day), "text");
      vault.backup(new Source.Opaque(source));
    }
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private Path manifest(int number) {
    return folder.resolve("store/manifests/%012d".formatted(number));
  }

  private ArchiveException refusal() {
    var refusal = assertThrows(ArchiveException.class, vault::chain);
    assertEquals(Kind.DAMAGED, refusal.kind());
    return refusal;
  }

  @Test
  void snapshotsAreListedFromTheManifestsAlone() throws IOException {
    var lines = vault.chain().lines();
    assertEquals(List.of(3L, 2L, 1L), lines.stream().map(SnapshotLine::sequence).toList());
    assertEquals(List.of(false, false, true), lines.stream().map(SnapshotLine::base).toList());
    assertTrue(lines.stream().allMatch(line -> line.bytes() > 1500 && line.bytes() < 10_000));
  }

  @Test
  void aSnapshotIsFoundByTheBeginningOfItsId() throws IOException {
    var chain = vault.chain();
    var newest = chain.newest().orElseThrow();
    assertEquals(newest, chain.named("latest"));
    assertEquals(newest, chain.named(newest.manifest().id().hex().substring(0, 8)));
    for (var wrong : List.of(newest.manifest().id().hex().substring(0, 7), "ffffffffffff", ""))
      assertEquals(Kind.ABSENT,
          assertThrows(ArchiveException.class, () -> chain.named(wrong)).kind());
  }

  @Test
  void aManifestOfADeviceThatIsNotAcceptedIsRefused() throws IOException {
    vault.accepted.clear();
    assertTrue(String.valueOf(refusal().getMessage()).contains("not signed by a device"));
  }

  @Test
  void aForgedManifestIsRefused() throws IOException {
    var newest = vault.chain().newest().orElseThrow().manifest();
    var old = newest.outer();
    var forged = new OuterManifest(old.vault(), old.epoch(), 4, new Sha256(newest.id().hex()),
        Sha256.NONE,
        old.device(), old.createdAt(), old.inner(), old.added(), List.of());
    try (var thief = SigningKey.random(TestVault.RANDOM)) {
      vault.store.publish(SignedManifest.sign(forged, thief));
    }
    assertTrue(String.valueOf(refusal().getMessage()).contains("number 4"));
    assertThrows(ArchiveException.class, () -> vault.backup(new Source.Opaque(source)));
  }

  @Test
  void anyFlippedBitOfAManifestIsNoticed() throws IOException {
    var file = manifest(2);
    var bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += 7) {
      var changed = bytes.clone();
      changed[at] ^= 4;
      Files.write(file, changed);
      assertThrows(IllegalArgumentException.class, () -> {
        try {
          vault.chain();
        } catch (ArchiveException e) {
          throw new IllegalArgumentException(e);
        }
      });
    }
    Files.write(file, bytes);
    assertEquals(3, vault.chain().manifests().size());
  }

  @Test
  void aManifestLeftOutIsNoticed() throws IOException {
    Files.move(manifest(3), manifest(2), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertTrue(String.valueOf(refusal().getMessage()).contains("does not follow"));
  }

  @Test
  void anOlderHistoryIsNoticedByWhoSawTheNewer() throws IOException {
    var seen = vault.chain().seen();
    Files.delete(manifest(3));
    assertEquals(2, vault.chain().manifests().size());
    var refusal = assertThrows(ArchiveException.class,
        () -> Chain.read(vault.store, vault.vault, vault.signers(), seen));
    assertEquals(Kind.DAMAGED, refusal.kind());
    assertThrows(ArchiveException.class, () -> vault.backup(new Source.Opaque(source)),
        "the device remembers it, too");
  }

  @Test
  void anotherVaultsManifestsAreRefused() {
    var other = VaultId.random(TestVault.RANDOM);
    assertThrows(ArchiveException.class,
        () -> Chain.read(vault.store, other, vault.signers(), Optional.empty()));
  }

  @Test
  void twoDevicesTakeTurnsInOneChain() throws IOException {
    try (var second = SigningKey.random(TestVault.RANDOM)) {
      vault.accepted.put(DeviceId.of(second.verifyKey()), second.verifyKey());
      var keys = new dev.holdfast.archive.split.BackupKeys(vault.vault, 1,
          vault.identity.recipient(), vault.idKey,
          second, vault.signers());
      var other = new dev.holdfast.archive.split.Backups(vault.store, keys,
          folder.resolve("index 2"), vault.clock);
      for (int day = 3; day < 6; day++) {
        Files.writeString(source.resolve("day " + day), "text");
        other.backup(new Source.Opaque(source), "", dev.holdfast.archive.snapshot.Progress.NONE);
        vault.backup(new Source.Opaque(source));
      }
    }
    assertEquals(9, vault.chain().manifests().size());
    for (var line : vault.chain().lines())
      vault.restoreOpaque(line.id().hex(), folder.resolve("out" + line.sequence()));
  }
}

package dev.holdfast.archive.sample;

import dev.holdfast.archive.restore.Checks;
import dev.holdfast.archive.restore.RestoreSummary;
import dev.holdfast.archive.restore.Restores;
import dev.holdfast.archive.restore.SignalTarget;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.split.BackupKeys;
import dev.holdfast.archive.split.BackupSummary;
import dev.holdfast.archive.split.Backups;
import dev.holdfast.archive.split.Source;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.FolderStore;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.Signers;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A vault in a folder with one device and all keys at hand.
public final class TestVault implements AutoCloseable {
  public static final SecureRandom RANDOM = new SecureRandom();

  public final VaultId vault = VaultId.random(RANDOM);
  public final Identity identity = Identity.random(RANDOM);
  public final SecretBytes idKey = secret(32);
  public final SigningKey device = SigningKey.random(RANDOM);
  public final Map<DeviceId, dev.holdfast.kernel.VerifyKey> accepted = new HashMap<>();
  public final Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  public final Path folder;
  public final FolderStore store;
  public int epoch = 1;

  public TestVault(Path folder) throws IOException {
    this.folder = folder;
    store = new FolderStore(folder.resolve("store"), clock);
    accepted.put(DeviceId.of(device.verifyKey()), device.verifyKey());
  }

  private static SecretBytes secret(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return new SecretBytes(bytes);
  }

  public Signers signers() {
    return outer -> Optional.ofNullable(accepted.get(outer.device()));
  }

  public BackupKeys keys() {
    return new BackupKeys(vault, epoch, identity.recipient(), idKey, device, signers());
  }

  public Path index() {
    return folder.resolve("index");
  }

  public Chain chain() throws IOException {
    return Chain.read(store, vault, signers(), Optional.empty());
  }

  public BackupSummary backup(Source source) throws IOException {
    return backup(source, store, index());
  }

  public BackupSummary backup(Source source, ObjectStore into, Path index) throws IOException {
    return new Backups(into, keys(), index, clock).backup(source, "test", Progress.NONE);
  }

  /// Backs up the newest snapshot of a Signal folder.
  public BackupSummary backup(Path parent, RecoveryKey key) throws IOException {
    return backup(parent, key, store, index());
  }

  public BackupSummary backup(Path parent, RecoveryKey key, ObjectStore into, Path index)
      throws IOException {
    try (var messageKey = messageKey(parent, key)) {
      return backup(new Source.Signal(parent, messageKey), into, index);
    }
  }

  /// What a device keeps of a recovery key.
  public static SecretBytes messageKey(Path parent, RecoveryKey key) throws IOException {
    var newest = dev.holdfast.archive.signal.SignalFolder.find(parent).newest();
    try (var messageKey = newest.key(key)) {
      return new SecretBytes(messageKey.lend(byte[]::clone));
    }
  }

  /// Restores a snapshot, `latest` for the newest.
  public RestoreSummary restore(String name, Path parent, RecoveryKey key, boolean dropExpired)
      throws IOException {
    var restores = new Restores(store, clock, RANDOM);
    var chain = chain();
    var plan = restores.plan(chain, chain.named(name));
    try (var open = restores.open(plan, one -> identity, Progress.NONE);
        var secret = new SecretBytes(key.lend(byte[]::clone))) {
      return open.writeSignal(new SignalTarget(parent, secret, dropExpired), Progress.NONE);
    }
  }

  public RestoreSummary restoreOpaque(String name, Path target) throws IOException {
    var restores = new Restores(store, clock, RANDOM);
    var chain = chain();
    try (var open = restores.open(restores.plan(chain, chain.named(name)), one -> identity,
        Progress.NONE)) {
      return open.writeOpaque(target, Progress.NONE);
    }
  }

  public Checks checks() {
    return new Checks(store, RANDOM);
  }

  @Override
  public void close() {
    identity.close();
    idKey.close();
    device.close();
  }
}

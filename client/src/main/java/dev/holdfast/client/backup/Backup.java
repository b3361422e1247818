package dev.holdfast.client.backup;

import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.archive.signal.LegacyBackup;
import dev.holdfast.archive.signal.LegacyPassphrase;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.split.BackupKeys;
import dev.holdfast.archive.split.BackupSummary;
import dev.holdfast.archive.split.Backups;
import dev.holdfast.archive.split.Source;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.draft.Lesson;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.client.vault.Archive;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.SecretBytes;
import java.nio.file.Path;
import java.util.Optional;

/// Takes one snapshot. The home is locked meanwhile, so that two backups do not collide.
public final class Backup {
  private final Vault vault;

  /// @param vault lent
  public Backup(Vault vault) {
    this.vault = vault;
  }

  /// A Signal backup folder. Only the message-backup key is kept, and only once it has opened a
  /// backup.
  ///
  /// @param path `SignalBackups` or its parent
  /// @param recoveryKey Signal's, lent; empty if this home keeps the message-backup key already
  /// @param label for people, or empty; sealed
  /// @throws ClientException USAGE if there is no key at all
  public BackupSummary signal(Path path, Optional<RecoveryKey> recoveryKey, String label,
      Progress progress) {
    try (var key = recoveryKey.isPresent() ? derived(path, recoveryKey.get()) : kept()) {
      var lesson = recoveryKey.map(ownSecrets()::begin);
      var summary = take(new Source.Signal(path, key), label, progress);
      if (recoveryKey.isPresent()) vault.home().keepSignalKey(key);
      lesson.ifPresent(Lesson::keep);
      return summary;
    }
  }

  /// Any file or folder, as it is.
  public BackupSummary opaque(Path path, String label, Progress progress) {
    return take(new Source.Opaque(path), label, progress);
  }

  /// Checks a legacy backup from end to end, then stores it as it is.
  ///
  /// @param passphrase its 30 digits, lent
  /// @throws dev.holdfast.archive.ArchiveException DAMAGED if any check value differs
  public BackupSummary legacy(Path file, LegacyPassphrase passphrase, String label,
      Progress progress) {
    var lesson = ownSecrets().begin(passphrase);
    Archive.asking(() -> new LegacyBackup(file).verify(passphrase));
    lesson.keep();
    return opaque(file, label, progress);
  }

  /// So that the guard recognises what was typed here on its way out.
  private OwnSecrets ownSecrets() {
    return new OwnSecrets(vault.home(), vault.random());
  }

  private BackupSummary take(Source source, String label, Progress progress) {
    try (var held = vault.home().lock(); var idKey = vault.home().idKey()) {
      if (held == null) throw new IllegalStateException("a lock is held or refused");
      var status = vault.status();
      var policy = vault.policy(status);
      var keys = new BackupKeys(vault.id(), policy.epoch(), new Recipient(policy.recipient()),
          idKey, vault.keys().signing(), vault.roster(status));
      vault.chain(status);
      var backups = new Backups(vault.objects(), keys, vault.home().indexFolder(),
          vault.clock());
      var summary = Archive.asking(() -> backups.backup(source, label, progress));
      vault.home()
          .see(seen -> seen.withSnapshot(summary.sequence(), summary.snapshot().hex()));
      return summary;
    }
  }

  private static SecretBytes derived(Path path, RecoveryKey recoveryKey) {
    return Archive.asking(() -> {
      try (var key = SignalFolder.find(path).newest().key(recoveryKey)) {
        return key.lend(raw -> new SecretBytes(raw.clone()));
      }
    });
  }

  private SecretBytes kept() {
    return vault.home()
        .signalKey()
        .orElseThrow(() -> new ClientException(Kind.USAGE,
            "Signal's recovery key is needed once, to read this backup",
            "give it with --signal-key-file FILE; or store the folder unread with --opaque"));
  }
}

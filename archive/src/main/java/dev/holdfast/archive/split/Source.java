package dev.holdfast.archive.split;

import dev.holdfast.kernel.SecretBytes;
import java.nio.file.Path;

/// What is to be backed up.
public sealed interface Source {
  /// A Signal backup folder, of which the newest snapshot is taken.
  ///
  /// @param path `SignalBackups` or its parent
  /// @param messageBackupKey 64 bytes, HMAC key then AES key; lent, the caller closes it
  record Signal(Path path, SecretBytes messageBackupKey) implements Source {}

  /// Any file or folder, as it is.
  record Opaque(Path path) implements Source {}
}

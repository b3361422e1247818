package dev.holdfast.archive.signal;

import java.util.Arrays;
import java.util.UUID;

/// Keys for tests; row B of docs/format.md, section 10 among them.
final class Keys {
  private Keys() {}

  static MessageBackupKey local() {
    try (var recovery = RecoveryKey.parse("m".repeat(64)); var backup = recovery.backupKey()) {
      return backup.localKey(backup.backupId(new UUID(0x1111111111111111L, 0x1111111111111111L)));
    }
  }

  static MessageBackupKey cloud() {
    var token = new byte[32];
    Arrays.fill(token, (byte) 0xAB);
    try (var recovery = RecoveryKey.parse("m".repeat(64)); var backup = recovery.backupKey()) {
      return backup.cloudKey(backup.backupId(new UUID(0x1111111111111111L, 0x1111111111111111L)),
          token);
    }
  }

  static MessageBackupKey other() {
    var bytes = new byte[64];
    Arrays.fill(bytes, (byte) 7);
    return MessageBackupKey.of(bytes);
  }
}

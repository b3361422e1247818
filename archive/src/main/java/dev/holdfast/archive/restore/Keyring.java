package dev.holdfast.archive.restore;

import dev.holdfast.archive.seal.Identity;

/// The identities of the epochs, by number; the chain of a vault (docs/protocol.md, section 3)
/// gives those before the epoch that was opened.
@FunctionalInterface
public interface Keyring {
  /// The identity of one epoch; stays the keyring's.
  ///
  /// @throws dev.holdfast.archive.ArchiveException of kind ABSENT if it does not hold that epoch
  Identity forEpoch(int epoch);
}

package dev.holdfast.client.epoch;

import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.kernel.SecretBytes;

/// Age files of a few bytes, in memory.
final class SmallFile {
  private SmallFile() {}

  static byte[] seal(Recipient recipient, byte[] plain) {
    return AgeFiles.seal(recipient, plain, plain.length);
  }

  static SecretBytes open(Identity identity, byte[] sealed) {
    return new SecretBytes(AgeFiles.open(identity, sealed, "a small sealed file of the vault"));
  }
}

package dev.holdfast.client.epoch;

import dev.holdfast.archive.seal.Identity;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.util.Arrays;
import java.util.Optional;
import dev.holdfast.archive.seal.Recipient;

/// What whoever opens an epoch needs to go on (docs/protocol.md, section 3); wiped on close.
///
/// @param unlock the unlock secret U
/// @param next of the epoch after it, if that is staged
public record Bag(SecretBytes unlock, Optional<Next> next) implements AutoCloseable {
  private static final String MAGIC = "holdfast/bag/v1\n";

  /// What stages and opens the next epoch from within.
  public record Next(int epoch, Identity identity, SecretBytes factor) implements AutoCloseable {
    @Override
    public void close() {
      identity.close();
      factor.close();
    }
  }

  /// @param plain stays the caller's
  static Bag decode(byte[] plain) {
    var in = new CanonicalReader("a bag", plain, MAGIC);
    var unlock = new SecretBytes(in.fixed(Keys.BYTES));
    if (in.u8() == 0) {
      in.end();
      return new Bag(unlock, Optional.empty());
    }
    var next = new Next(in.u32(), new Identity(new SecretBytes(in.fixed(Keys.BYTES))),
        new SecretBytes(in.fixed(Keys.BYTES)));
    in.end();
    return new Bag(unlock, Optional.of(next));
  }

  /// An age file for the epoch that the bag belongs to.
  static byte[] seal(Recipient recipient, SecretBytes unlock,
      Optional<EpochSecrets> next) {
    var out = new CanonicalWriter(MAGIC);
    unlock.lendTo(out::fixed);
    next.ifPresentOrElse(secrets -> {
      out.u8(1).u32(secrets.epoch());
      try (var seed = secrets.identity().seed()) {
        seed.lendTo(out::fixed);
      }
      secrets.factor().lendTo(out::fixed);
    }, () -> out.u8(0));
    var plain = out.toBytes();
    try {
      return SmallFile.seal(recipient, plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /// @throws dev.holdfast.archive.ArchiveException DAMAGED if it does not open
  static Bag open(Identity identity, byte[] sealed) {
    try (var plain = SmallFile.open(identity, sealed)) {
      return plain.lend(Bag::decode);
    }
  }

  @Override
  public void close() {
    unlock.close();
    next.ifPresent(Next::close);
  }
}

package dev.holdfast.archive.seal;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.device.SealingKey;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Function;

/// What opens age files: VSK of one epoch, or a device's sealing key; wiped on close
/// (docs/format.md, section 1).
public final class Identity implements AutoCloseable {
  /// Length of the X-Wing seed in bytes.
  public static final int BYTES = 32;

  private static final String PREFIX = "age-secret-key-pq-";

  private final SecretBytes seed;
  private final SealingKey publicKey;

  /// @param seed 32 bytes; owned by the identity from now on
  public Identity(SecretBytes seed) {
    if (seed.length() != BYTES) throw new IllegalArgumentException("an identity has 32 bytes");
    this.seed = seed;
    publicKey = seed.lend(Hpke::publicKey);
  }

  /// A new identity.
  public static Identity random(SecureRandom random) {
    var seed = new byte[BYTES];
    random.nextBytes(seed);
    return new Identity(new SecretBytes(seed));
  }

  /// Reads the form of the age tools.
  ///
  /// @param text Bech32, `AGE-SECRET-KEY-PQ-1…`
  /// @throws IllegalArgumentException if it is something else; quotes nothing
  public static Identity parse(String text) {
    return new Identity(new SecretBytes(Bech32.decode(PREFIX, text)));
  }

  /// The public half.
  public SealingKey publicKey() {
    return publicKey;
  }

  /// The public half, as age files are sealed for it.
  public Recipient recipient() {
    return new Recipient(publicKey);
  }

  /// A copy of the seed; the caller closes it.
  public SecretBytes seed() {
    return seed.copy();
  }

  /// Lends the seed for one call; see [SecretBytes#lend].
  <T> T lend(Function<byte[], T> use) {
    return seed.lend(use);
  }

  /// Bech32, `AGE-SECRET-KEY-PQ-1…`, as age tools take it. A secret that cannot be wiped: for
  /// showing it to its owner only.
  public String text() {
    return seed.lend(raw -> Bech32.encode(PREFIX, raw)).toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Identity(hidden)";
  }

  @Override
  public void close() {
    seed.close();
  }
}

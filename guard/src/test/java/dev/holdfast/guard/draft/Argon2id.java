package dev.holdfast.guard.draft;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id by BouncyCastle, as a client brings it; small here, so that tests are quick.
final class Argon2id implements SlowHash {
  private final int kibibytes;

  Argon2id(int kibibytes) {
    this.kibibytes = kibibytes;
  }

  @Override
  public byte[] hash(byte[] input, byte[] salt) {
    var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
        .withMemoryAsKB(kibibytes)
        .withIterations(1)
        .withParallelism(1)
        .build();
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    var out = new byte[16];
    generator.generateBytes(input, out);
    return out;
  }
}

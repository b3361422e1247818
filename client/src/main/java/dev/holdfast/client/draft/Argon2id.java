package dev.holdfast.client.draft;

import dev.holdfast.guard.draft.SlowHash;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) by BouncyCastle, one lane.
///
/// @param kibibytes memory of one hash
/// @param passes over that memory
public record Argon2id(int kibibytes, int passes) implements SlowHash {
  /// 19 MiB, two passes: some 30 ms on one core, and in a phone's means.
  public static final Argon2id USUAL = new Argon2id(19 << 10, 2);

  private static final int BYTES = 16;

  @Override
  public byte[] hash(byte[] input, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
        .withMemoryAsKB(kibibytes)
        .withIterations(passes)
        .withParallelism(1)
        .build());
    var out = new byte[BYTES];
    generator.generateBytes(input, out);
    return out;
  }
}

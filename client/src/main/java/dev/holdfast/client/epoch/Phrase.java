package dev.holdfast.client.epoch;

import dev.holdfast.kernel.Sha256;
import java.math.BigInteger;

/// What people compare on two machines. Eighteen digits, about 60 bits: whoever chooses what is
/// hashed must not be able to find another one with the same digits.
public final class Phrase {
  private static final BigInteger RANGE = BigInteger.TEN.pow(18);

  private Phrase() {}

  /// Six groups of three digits.
  public static String of(Sha256 hash) {
    var digits = "%018d".formatted(new BigInteger(hash.hex(), 16).mod(RANGE));
    return digits.replaceAll("(\\d{3})(?=\\d)", "$1 ");
  }
}

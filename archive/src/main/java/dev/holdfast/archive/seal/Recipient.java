package dev.holdfast.archive.seal;

import dev.holdfast.kernel.device.SealingKey;

/// Whom age files are sealed for: VPK of one epoch (docs/format.md, section 1).
///
/// @param key the X-Wing public key
public record Recipient(SealingKey key) {
  private static final String PREFIX = "age1pq";

  /// Reads the form of the age tools.
  ///
  /// @param text Bech32, `age1pq1…`
  /// @throws IllegalArgumentException if it is something else
  public static Recipient parse(String text) {
    return new Recipient(SealingKey.of(Bech32.decode(PREFIX, text)));
  }

  /// Bech32, `age1pq1…`, as age tools take it.
  public String text() {
    return Bech32.encode(PREFIX, key.raw());
  }

  @Override
  public String toString() {
    return "Recipient";
  }
}

package dev.holdfast.desk.name;

import dev.holdfast.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// UUIDs made from a name, so that the same thing exported twice has the same id.
public final class FixedUuid {
  private FixedUuid() {}

  /// Version 5 of RFC 9562: SHA-1 over namespace and name, as STIX 2.1 wants its ids (2.9). It
  /// names things and protects nothing.
  public static UUID of(UUID namespace, String name) {
    var digest = sha1();
    digest.update(raw(namespace));
    return shaped(digest.digest(name.getBytes(StandardCharsets.UTF_8)), 5);
  }

  /// The shape of version 4, where a format allows no other: its bits come from SHA-256 of the name
  /// instead of chance.
  public static UUID shapedAsRandom(String name) {
    return shaped(Sha256.over(name.getBytes(StandardCharsets.UTF_8)).raw(), 4);
  }

  private static UUID shaped(byte[] hash, int version) {
    hash[6] = (byte) (hash[6] & 0x0f | version << 4);
    hash[8] = (byte) (hash[8] & 0x3f | 0x80);
    var bits = ByteBuffer.wrap(hash);
    return new UUID(bits.getLong(), bits.getLong());
  }

  private static byte[] raw(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}

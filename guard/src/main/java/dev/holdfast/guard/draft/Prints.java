package dev.holdfast.guard.draft;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes prefilters and fingerprints under a key that lies in the operating system's key store.
public final class Prints {
  private static final int PRINT_BYTES = 16;

  private final Mac mac;
  private final SlowHash slow;
  private final Map<Fingerprints.Salt, byte[]> prefixes = new HashMap<>();
  private long slowHashes;

  /// A maker for one key.
  ///
  /// @param key at least 32 random bytes; copied
  /// @param slow the slow hash
  public Prints(byte[] key, SlowHash slow) {
    if (key.length < 32) throw new IllegalArgumentException("the key has fewer than 32 bytes");
    this.slow = slow;
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  /// How often the slow hash was computed, to be shown and bounded in tests.
  public long slowHashes() {
    return slowHashes;
  }

  Fingerprints.Window of(String symbols, Fingerprints.Salt salt) {
    return new Fingerprints.Window(prefilter(symbols, salt), print(symbols, salt));
  }

  int prefilter(String symbols, Fingerprints.Salt salt) {
    mac.update(prefixes.computeIfAbsent(salt, s -> prefix("prefilter", s)));
    return mac.doFinal(symbols.getBytes(StandardCharsets.US_ASCII))[0] & 0xff;
  }

  String print(String symbols, Fingerprints.Salt salt) {
    slowHashes++;
    var hash = slow.hash(keyed("fingerprint", symbols, salt), bytes(salt.hex()));
    return hex(hash, PRINT_BYTES);
  }

  private byte[] keyed(String use, String symbols, Fingerprints.Salt salt) {
    mac.update(prefix(use, salt));
    return mac.doFinal(symbols.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] prefix(String use, Fingerprints.Salt salt) {
    return (use + '/' + salt.hex() + '/').getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] bytes(String hex) {
    var out = new byte[hex.length() / 2];
    for (var i = 0; i < out.length; i++)
      out[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    return out;
  }

  private static String hex(byte[] bytes, int count) {
    var out = new StringBuilder(count * 2);
    for (var i = 0; i < count; i++)
      out.append(Character.forDigit((bytes[i] >> 4) & 15, 16))
          .append(Character.forDigit(bytes[i] & 15, 16));
    return out.toString();
  }
}

package dev.holdfast.archive.split;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names under the vault's id key (docs/format.md, section 3). One instance for one thread.
final class KeyedNames {
  static final int FRAME_ID_BYTES = 16;

  private final Mac mac;

  KeyedNames(SecretBytes idKey) {
    mac = idKey.lend(KeyedNames::mac);
  }

  private static Mac mac(byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private void label(String label) {
    mac.update(label.getBytes(US_ASCII));
    mac.update((byte) 0);
  }

  /// The name of a pack.
  ///
  /// @param attempt 0, or higher when a foreign object has the names before
  /// @param blobs hashes of its blobs as stored, in order
  ObjectName pack(int attempt, List<Sha256> blobs) {
    label("pack");
    mac.update((byte) attempt);
    blobs.forEach(blob -> mac.update(blob.raw()));
    return ObjectName.of(mac.doFinal());
  }

  /// The name of an inner object.
  ///
  /// @param sealed hash of its sealed bytes
  ObjectName inner(Sha256 sealed) {
    label("inner");
    return ObjectName.of(mac.doFinal(sealed.raw()));
  }

  /// The id by which a frame is compared with those of the snapshot before.
  ///
  /// @param raw whether it has its ids as exported
  byte[] frame(byte[] frame, boolean raw) {
    label(raw ? "raw-frame" : "frame");
    return Arrays.copyOf(mac.doFinal(frame), FRAME_ID_BYTES);
  }

  /// The name of the folder that remembers a source.
  String source(String description) {
    label("source");
    var name = mac.doFinal(description.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(name, 0, 16);
  }
}

package dev.holdfast.archive.signal;

import java.security.MessageDigest;
import javax.crypto.Mac;

/// Checks a sealed media file while its bytes pass by on their way elsewhere, so that it is read
/// once.
///
/// It proves that the file is as it was sealed under its key; `MediaFile.check` also decrypts it and
/// compares the plaintext's hash. Source: docs/format.md, section 12.
public final class MediaCheck {
  private final Mac mac;
  private final byte[] tail = new byte[Primitives.MAC_BYTES];
  private int held;
  private long total;

  public MediaCheck(MediaPointer pointer) {
    mac = MediaFile.mac(pointer);
  }

  /// Takes the next bytes of the file.
  public void update(byte[] bytes, int from, int length) {
    int release = Math.max(0, held + length - tail.length);
    int old = Math.min(release, held);
    mac.update(tail, 0, old);
    System.arraycopy(tail, old, tail, 0, held - old);
    held -= old;
    mac.update(bytes, from, release - old);
    int kept = length - (release - old);
    System.arraycopy(bytes, from + length - kept, tail, held, kept);
    held += kept;
    total += length;
  }

  /// Whether the bytes so far were the whole, unchanged file. Call it once, at the end.
  public boolean matches() {
    boolean whole = total >= Primitives.IV_BYTES + 16 + tail.length && total % 16 == 0;
    return whole && MessageDigest.isEqual(mac.doFinal(), tail);
  }
}

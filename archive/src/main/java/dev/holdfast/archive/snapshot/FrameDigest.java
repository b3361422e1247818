package dev.holdfast.archive.snapshot;

import java.security.MessageDigest;

/// How frames are hashed as a row: each behind its length as LEB128 (docs/format.md, section 8).
public final class FrameDigest {
  private FrameDigest() {}

  /// Adds a frame.
  public static void update(MessageDigest digest, byte[] frame) {
    int rest = frame.length;
    for (; rest > 0x7f; rest >>>= 7)
      digest.update((byte) (rest | 0x80));
    digest.update((byte) rest);
    digest.update(frame);
  }
}

package dev.holdfast.archive.snapshot;

/// What frames of Signal's chats have in common: field numbers and lengths, no words. It is the
/// window with which small groups of frames are packed, and part of the format: it never changes.
final class Structure {
  private static final byte[] BYTES = {};

  private Structure() {}

  static byte[] bytes() {
    return BYTES;
  }
}

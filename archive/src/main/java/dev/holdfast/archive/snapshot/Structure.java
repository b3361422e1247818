package dev.holdfast.archive.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What frames of Signal's chats have in common: field numbers, lengths, and how often letters
/// occur; no words. It is the zstd dictionary with which small groups of frames are packed, and part
/// of the format: it never changes (docs/format.md, section 8).
final class Structure {
  private static final byte[] BYTES = read();

  private Structure() {}

  private static byte[] read() {
    try (var in = Structure.class.getResourceAsStream("structure.zdict")) {
      if (in == null) throw new IllegalStateException("the structure dictionary is missing");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Shared: nobody may change it.
  static byte[] bytes() {
    return BYTES;
  }
}

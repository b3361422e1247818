package dev.holdfast.archive.signal;

import dev.holdfast.archive.ArchiveException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Signal's legacy single-file backup (`….backup`), checked from end to end in flat memory. It is
/// stored opaque, so nothing of its content is handed out. Source: docs/format.md, section 15.
public final class LegacyBackup {
  private static final int HEADER_LIMIT = 4096;
  private static final int FRAME_LIMIT = 64 << 20;
  private final Path path;
  private final String item;

  public LegacyBackup(Path path) {
    this.path = path;
    item = Damage.name(path);
  }

  /// What was checked.
  ///
  /// @param frames how many sealed frames, the last one included
  /// @param blobs how many attachments, avatars and stickers
  public record Checked(long frames, long blobs) {}

  /// Checks every check value with the passphrase, and that the file ends where it says.
  ///
  /// @throws ArchiveException if anything differs; a wrong passphrase reads the same
  public Checked verify(LegacyPassphrase passphrase) throws IOException {
    try (var in = new DataInputStream(
        new BufferedInputStream(SourceFile.stream(path), MainFile.CHUNK))) {
      var header = LegacyHeader.of(clear(in), item);
      var keys = passphrase.keys(header.salt());
      try {
        return verify(in, new LegacyCipher(header, keys, item));
      } finally {
        Arrays.fill(keys, (byte) 0);
      }
    } catch (EOFException e) {
      throw Damage.of(item, "is cut: it ends before its last frame");
    }
  }

  private byte[] clear(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > HEADER_LIMIT)
      throw Damage.of(item, "does not begin as a legacy backup does");
    var frame = new byte[length];
    in.readFully(frame);
    return frame;
  }

  private Checked verify(DataInputStream in, LegacyCipher cipher) throws IOException {
    long frames = 0;
    long blobs = 0;
    while (true) {
      var frame = cipher.frame(in, FRAME_LIMIT);
      frames++;
      if (frame.end()) break;
      if (frame.blobBytes() < 0) continue;
      cipher.blob(in, frame.blobBytes());
      blobs++;
    }
    if (in.read() >= 0) throw Damage.of(item, "has something behind its last frame");
    return new Checked(frames, blobs);
  }
}

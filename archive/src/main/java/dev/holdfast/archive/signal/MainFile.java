package dev.holdfast.archive.signal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A `main` file on disk, in the local or the cloud layout, read in flat memory at any size.
///
/// Its check value is verified before the first byte is decrypted, and again over what was
/// decrypted. Source: docs/format.md, section 11.
public final class MainFile {
  static final int CHUNK = 256 * 1024;
  private final Path path;
  private final String item;

  public MainFile(Path path) {
    this.path = path;
    item = Damage.name(path);
  }

  /// What was read.
  ///
  /// @param frames how many frames, BackupInfo included
  /// @param frameBytes their bytes, lengths included
  /// @param fileBytes size of the file
  /// @param sha256 of the whole file, which the check value inside does not cover: 64 lower-case
  ///          hex digits
  public record Contents(long frames, long frameBytes, long fileBytes, String sha256) {}

  /// Checks the file against its check value without decrypting anything.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if it is damaged or the key is another's
  public void verify(MessageBackupKey key) throws IOException {
    try (var file = open()) {
      verify(file, MainLayout.of(file, item), key);
    }
  }

  /// Gives every frame to `sink` in order. Nothing the sink received may be believed complete
  /// before this returns: the file is checked a second time while it is read.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if it is damaged, too new, or the key
  ///           is another's
  public Contents read(MessageBackupKey key, FrameSink sink) throws IOException {
    try (var file = open()) {
      var layout = MainLayout.of(file, item);
      verify(file, layout, key);
      try (var plain = new DecryptedMain(file, layout, key, item);
          var gzip = new GzipMember(plain, item)) {
        var frames = new FrameSplitter(item);
        frames.split(gzip, sink);
        plain.expectEnd();
        var digest = HexFormat.of().formatHex(plain.finish());
        return new Contents(frames.count(), gzip.inflatedBytes(), file.size(), digest);
      }
    }
  }

  /// The bytes before the initialisation vector: empty in the local layout. They are covered by no
  /// check value, so the caller keeps their hash.
  public byte[] prefix() throws IOException {
    try (var file = open()) {
      return MainLayout.of(file, item).prefix(file);
    }
  }

  private FileChannel open() throws IOException {
    return SourceFile.channel(path);
  }

  private void verify(FileChannel file, MainLayout layout, MessageBackupKey key)
      throws IOException {
    var mac = key.mac();
    var buffer = ByteBuffer.allocate(CHUNK);
    file.position(layout.prefixBytes());
    for (long rest = layout.bodyBytes(); rest > 0;) {
      buffer.clear().limit((int) Math.min(CHUNK, rest));
      fill(file, buffer, item);
      mac.update(buffer.array(), 0, buffer.position());
      rest -= buffer.position();
    }
    var tag = ByteBuffer.allocate(Primitives.MAC_BYTES);
    fill(file, tag, item);
    if (!MessageDigest.isEqual(mac.doFinal(), tag.array())) throw Damage.mac(item);
  }

  static void fill(FileChannel file, ByteBuffer buffer, String item) throws IOException {
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) throw new EOFException(item + " became shorter while it was read");
    }
  }
}

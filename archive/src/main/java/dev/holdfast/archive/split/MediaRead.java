package dev.holdfast.archive.split;

import dev.holdfast.archive.signal.MediaCheck;
import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.kernel.Padme;
import dev.holdfast.kernel.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A media file, or a part of one, in memory.
///
/// @param bytes the file, with room for its zeros if it is to be sealed alone; taken from the
///          pipeline's buffers and given back by who takes the result
/// @param length of the file or part
/// @param sound false if its check value is wrong
@SuppressWarnings("ArrayRecordComponent") // handed on, compared never
record MediaRead(byte[] bytes, int length, Sha256 sha256, boolean sound) {
  /// From this size on a file has a pack of its own.
  static final int ALONE_BYTES = 4 << 20;

  /// Reads and checks a file of at most the pack size; empty if it has disappeared meanwhile, as
  /// files do under Signal and sync tools.
  static Optional<MediaRead> whole(Path path, Optional<MediaPointer> pointer, Buffers buffers)
      throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      var read = read(file, 0, Math.toIntExact(file.size()), buffers);
      if (pointer.isEmpty()) return Optional.of(read);
      var check = new MediaCheck(pointer.get());
      check.update(read.bytes, 0, read.length);
      return Optional.of(new MediaRead(read.bytes, read.length, read.sha256, check.matches()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// Reads a part; the whole file is checked on its own.
  static MediaRead part(Path path, long from, int length, Buffers buffers) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      return read(file, from, length, buffers);
    }
  }

  private static MediaRead read(FileChannel file, long from, int length, Buffers buffers)
      throws IOException {
    var bytes = buffers.take((int) Padme.padded(length));
    var buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining())
      if (file.read(buffer, from + buffer.position()) < 0)
        throw new EOFException("a media file became shorter while it was read");
    return new MediaRead(bytes, length, Sha256.over(bytes, 0, length), true);
  }

  /// True if the check value of a large file is right, or no message gives the key to it.
  static boolean check(Path path, Optional<MediaPointer> pointer) throws IOException {
    if (pointer.isEmpty()) return true;
    var check = new MediaCheck(pointer.get());
    var buffer = ByteBuffer.allocate(1 << 20);
    try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
      while (file.read(buffer.clear()) >= 0)
        check.update(buffer.array(), 0, buffer.position());
    }
    return check.matches();
  }
}

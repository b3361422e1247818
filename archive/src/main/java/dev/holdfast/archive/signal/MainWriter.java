package dev.holdfast.archive.signal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/// Writes a `main` frame by frame in flat memory, under a temporary name until `finish`.
///
/// Closing without `finish` leaves nothing behind. Source: docs/format.md, section 11.
public final class MainWriter implements AutoCloseable {
  /// The fastest: level 6 takes about three times as long and saves about a tenth.
  public static final int DEFAULT_LEVEL = 1;

  private static final int CHUNK = 256 * 1024;
  private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

  private final Path target;
  private final Path temporary;
  private final FileChannel file;
  private final BlockDeflater deflater;
  private final CRC32 crc = new CRC32();
  private final Mac mac;
  private final MessageDigest sha256 = Primitives.sha256();
  private final Cipher cipher;
  private byte[] frames = new byte[CHUNK];
  private byte[] sealed = new byte[CHUNK + 32];
  private int waiting;
  private long count;
  private long frameBytes;
  private long gzipBytes;
  private long fileBytes;
  private boolean finished;

  /// A writer of the local layout.
  ///
  /// @param target must not exist
  /// @param level of DEFLATE, 0 to 9
  public static MainWriter local(Path target, MessageBackupKey key, int level) throws IOException {
    return new MainWriter(target, new byte[0], key, level);
  }

  /// A writer of the cloud layout.
  ///
  /// @param prefix what `MainFile.prefix` gave for the file that the key and token belong to
  public static MainWriter cloud(Path target, byte[] prefix, MessageBackupKey key, int level)
      throws IOException {
    return new MainWriter(target, prefix, key, level);
  }

  private MainWriter(Path target, byte[] prefix, MessageBackupKey key, int level)
      throws IOException {
    if (Files.exists(target)) throw new IOException(Damage.name(target) + " exists already");
    this.target = target;
    temporary = target.resolveSibling(target.getFileName() + ".tmp");
    deflater = new BlockDeflater(level, this::seal);
    mac = key.mac();
    var iv = new byte[Primitives.IV_BYTES];
    new SecureRandom().nextBytes(iv);
    cipher = key.cipher(Cipher.ENCRYPT_MODE, iv);
    file = FileChannel.open(temporary, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    try {
      emit(prefix, prefix.length);
      mac.update(iv);
      emit(iv, iv.length);
      seal(HEADER, HEADER.length);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Appends one frame; the first is BackupInfo.
  ///
  /// @param frame without its length, at most 64 MiB
  public void write(byte[] frame) throws IOException {
    if (frame.length > FrameSplitter.FRAME_LIMIT)
      throw new IllegalArgumentException("a frame has at most 64 MiB");
    if (CHUNK - waiting < 5) deflateWaiting();
    waiting = Varint.put(frames, waiting, frame.length);
    for (int from = 0; from < frame.length;) {
      if (waiting == CHUNK) deflateWaiting();
      int part = Math.min(CHUNK - waiting, frame.length - from);
      System.arraycopy(frame, from, frames, waiting, part);
      waiting += part;
      from += part;
    }
    count++;
  }

  private void deflateWaiting() throws IOException {
    crc.update(frames, 0, waiting);
    frameBytes += waiting;
    deflater.add(frames, waiting);
    frames = new byte[CHUNK];
    waiting = 0;
  }

  /// Ends the file, brings it to the disk and gives it its name.
  public MainFile.Contents finish() throws IOException {
    deflateWaiting();
    deflater.finish();
    seal(trailer(), 8);
    pad();
    sealLast();
    var tag = mac.doFinal();
    emit(tag, tag.length);
    file.force(true);
    file.close();
    Durable.rename(temporary, target);
    finished = true;
    return new MainFile.Contents(count, frameBytes, fileBytes,
        HexFormat.of().formatHex(sha256.digest()));
  }

  private byte[] trailer() {
    int sum = (int) crc.getValue();
    return ByteBuffer.allocate(8)
        .putInt(Integer.reverseBytes(sum))
        .putInt(Integer.reverseBytes((int) frameBytes))
        .array();
  }

  private void pad() throws IOException {
    var zeros = new byte[CHUNK];
    for (long rest = Padding.padded(gzipBytes) - gzipBytes; rest > 0;) {
      int part = (int) Math.min(rest, CHUNK);
      seal(zeros, part);
      rest -= part;
    }
  }

  private void seal(byte[] plain, int length) throws IOException {
    gzipBytes += length;
    if (sealed.length < length + 32) sealed = new byte[length + 32];
    try {
      emitSealed(cipher.update(plain, 0, length, sealed, 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the ciphertext buffer is too small", e);
    }
  }

  private void sealLast() throws IOException {
    try {
      emitSealed(cipher.doFinal(sealed, 0));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the ciphertext buffer is too small", e);
    }
  }

  private void emitSealed(int length) throws IOException {
    mac.update(sealed, 0, length);
    emit(sealed, length);
  }

  private void emit(byte[] bytes, int length) throws IOException {
    sha256.update(bytes, 0, length);
    fileBytes += length;
    var buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining())
      file.write(buffer);
  }

  /// Gives up what was not finished.
  @Override
  public void close() throws IOException {
    deflater.close();
    if (finished) return;
    file.close();
    Files.deleteIfExists(temporary);
  }
}

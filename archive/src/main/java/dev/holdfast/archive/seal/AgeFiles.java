package dev.holdfast.archive.seal;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import dev.holdfast.archive.ArchiveException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/// Seals into age files and opens them, as streams or as a whole; see docs/format.md, section 1.
public final class AgeFiles {
  /// Version line, our one stanza and the line with the header's check value: always the same.
  private static final int HEADER_BYTES = 1627;
  private static final int NONCE_BYTES = 16;
  private static final int PIECE_BYTES = 64 << 10;
  private static final int TAG_BYTES = 16;

  private AgeFiles() {}

  /// A channel that seals what is written to it; closing it ends the file and closes `target`.
  public static WritableByteChannel sealing(Recipient recipient, WritableByteChannel target)
      throws IOException {
    try {
      return new StandardEncryptingChannelFactory().newEncryptingChannel(target,
          List.of(HybridStanza.writer(recipient.key())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform cannot write age files", e);
    }
  }

  /// A channel that opens what it reads, piece by piece: what it hands out is authentic, but
  /// whether the file is complete shows only at its end.
  ///
  /// @param item names the file in messages
  /// @throws ArchiveException of kind DAMAGED if it is sealed for somebody else or its head
  ///           is damaged
  public static ReadableByteChannel opening(Identity identity, ReadableByteChannel source,
      String item) throws IOException {
    try {
      return new StandardDecryptingChannelFactory().newDecryptingChannel(source,
          List.of(HybridStanza.reader(identity)));
    } catch (GeneralSecurityException e) {
      throw refused(item);
    }
  }

  /// Seals the first `length` bytes of `plaintext`.
  public static byte[] seal(Recipient recipient, byte[] plaintext, int length) {
    int pieces = Math.max(1, (length + PIECE_BYTES - 1) / PIECE_BYTES);
    var sealed = new Memory(HEADER_BYTES + NONCE_BYTES + length + pieces * TAG_BYTES);
    try (var channel = sealing(recipient, sealed)) {
      var in = ByteBuffer.wrap(plaintext, 0, length);
      while (in.hasRemaining())
        channel.write(in);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return sealed.bytes();
  }

  /// Opens a whole file.
  ///
  /// @param item names the file in messages
  /// @throws ArchiveException of kind DAMAGED for another key or any change
  public static byte[] open(Identity identity, byte[] sealed, String item) {
    var bytes = new byte[plainBytes(sealed.length)];
    var plain = ByteBuffer.wrap(bytes);
    try (var in = Channels.newChannel(new ByteArrayInputStream(sealed));
        var channel = opening(identity, in, item)) {
      while (plain.hasRemaining() && channel.read(plain) >= 0);
      if (channel.read(ByteBuffer.allocate(1)) >= 0) throw refused(item);
    } catch (IOException e) {
      throw refused(item);
    }
    return trimmed(bytes, plain.position());
  }

  /// Exact for files with nothing but our stanza, and enough for any other.
  private static int plainBytes(int sealedBytes) {
    long payload = (long) sealedBytes - HEADER_BYTES - NONCE_BYTES;
    long pieces = (payload + PIECE_BYTES + TAG_BYTES - 1) / (PIECE_BYTES + TAG_BYTES);
    return (int) Math.max(0, payload - pieces * TAG_BYTES);
  }

  private static byte[] trimmed(byte[] bytes, int length) {
    return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
  }

  private static ArchiveException refused(String item) {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        item + " does not open with this key: it is damaged or sealed for somebody else",
        "run check to see what else is affected; an earlier snapshot may still restore");
  }

  /// Memory of a length that is known beforehand, as a channel: large packs are not copied.
  private static final class Memory implements WritableByteChannel {
    private final byte[] bytes;
    private final ByteBuffer buffer;

    Memory(int length) {
      bytes = new byte[length];
      buffer = ByteBuffer.wrap(bytes);
    }

    @Override
    public int write(ByteBuffer source) {
      int length = source.remaining();
      buffer.put(source);
      return length;
    }

    byte[] bytes() {
      return trimmed(bytes, buffer.position());
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // there is nothing to give back
    }
  }
}

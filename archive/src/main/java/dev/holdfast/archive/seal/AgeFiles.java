package dev.holdfast.archive.seal;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import dev.holdfast.archive.ArchiveException;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    var sealed = new byte[sealedBytes(length)];
    return trimmed(sealed, seal(recipient, plaintext, length, sealed));
  }

  /// Seals the first `length` bytes of `plaintext` into the front of `target`.
  ///
  /// @param target of at least [#sealedBytes]
  /// @return how many bytes the sealed file has
  public static int seal(Recipient recipient, byte[] plaintext, int length, byte[] target) {
    var sealed = new Memory(target);
    try (var channel = sealing(recipient, sealed)) {
      var in = ByteBuffer.wrap(plaintext, 0, length);
      while (in.hasRemaining())
        channel.write(in);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    }
    return sealed.length();
  }

  /// How long a sealed file of `length` bytes is.
  public static int sealedBytes(int length) {
    int pieces = Math.max(1, (length + PIECE_BYTES - 1) / PIECE_BYTES);
    return HEADER_BYTES + NONCE_BYTES + length + pieces * TAG_BYTES;
  }

  /// Opens a whole file.
  ///
  /// @param item names the file in messages
  /// @throws ArchiveException of kind DAMAGED for another key or any change
  public static byte[] open(Identity identity, byte[] sealed, String item) {
    var bytes = new byte[plainBytes(sealed.length)];
    var plain = ByteBuffer.wrap(bytes);
    try (var channel = opening(identity, new Source(sealed), item)) {
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

  /// An array, as a channel that is read.
  private static final class Source implements ReadableByteChannel {
    private final ByteBuffer rest;

    Source(byte[] bytes) {
      rest = ByteBuffer.wrap(bytes);
    }

    @Override
    public int read(ByteBuffer target) {
      if (!rest.hasRemaining()) return -1;
      int length = Math.min(rest.remaining(), target.remaining());
      target.put(target.position(), rest, rest.position(), length);
      target.position(target.position() + length);
      rest.position(rest.position() + length);
      return length;
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

  /// Memory of a length that is known beforehand, as a channel: large packs are not copied.
  private static final class Memory implements WritableByteChannel {
    private final ByteBuffer buffer;

    Memory(byte[] bytes) {
      buffer = ByteBuffer.wrap(bytes);
    }

    @Override
    public int write(ByteBuffer source) {
      int length = source.remaining();
      buffer.put(source);
      return length;
    }

    int length() {
      return buffer.position();
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

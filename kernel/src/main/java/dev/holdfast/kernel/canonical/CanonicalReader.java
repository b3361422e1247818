package dev.holdfast.kernel.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [CanonicalWriter] wrote; anything else is refused with [MalformedException].
public final class CanonicalReader {
  private final String what;
  private final ByteBuffer in;

  /// @param what what is read, for messages, such as "a policy"
  /// @param bytes not copied; must not change while reading
  /// @param magic must stand at the beginning
  public CanonicalReader(String what, byte[] bytes, String magic) {
    this.what = what;
    in = ByteBuffer.wrap(bytes);
    var expected = magic.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length < expected.length || !Arrays.equals(fixed(expected.length), expected))
      throw refused("another beginning");
  }

  /// One byte, 0 to 255.
  public int u8() {
    need(1);
    return in.get() & 0xff;
  }

  /// Four bytes, at most 2^31 - 1.
  public int u32() {
    need(4);
    int value = in.getInt();
    if (value < 0) throw refused("a number out of range");
    return value;
  }

  /// Eight bytes, at most 2^63 - 1.
  public long u64() {
    need(8);
    long value = in.getLong();
    if (value < 0) throw refused("a number out of range");
    return value;
  }

  /// A count of items that each take at least `itemBytes`, so that a forged count cannot ask
  /// for memory.
  public int count(int itemBytes) {
    int count = u32();
    if (count > in.remaining() / itemBytes) throw refused("a count beyond its end");
    return count;
  }

  /// A fresh array of `length` bytes.
  public byte[] fixed(int length) {
    need(length);
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /// Bytes behind their length.
  public byte[] bytes() {
    return fixed(u32());
  }

  /// UTF-8 text behind its length.
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException e) {
      throw refused("text that is not UTF-8");
    }
  }

  /// @throws MalformedException if anything follows
  public void end() {
    if (in.hasRemaining()) throw refused("bytes after its end");
  }

  /// The refusal for a reason found by the caller.
  public MalformedException refused(String found) {
    return new MalformedException("expected " + what + " but found " + found);
  }

  private void need(int length) {
    if (length < 0 || in.remaining() < length) throw refused("an early end");
  }
}

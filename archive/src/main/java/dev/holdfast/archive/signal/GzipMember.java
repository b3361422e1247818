package dev.holdfast.archive.signal;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates exactly one gzip member (RFC 1952), checks its CRC-32 and size, and reads nothing
/// behind it.
final class GzipMember implements AutoCloseable {
  /// No archive of messages packs better than this: 200 to 1, once it is more than a trifle.
  private static final long RATIO = 200;
  private static final long TRIFLE = 256L << 20;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final DecryptedMain source;
  private final String item;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private boolean started;
  private boolean done;

  GzipMember(DecryptedMain source, String item) {
    this.source = source;
    this.item = item;
  }

  /// Inflates into `target`; -1 once the member ended and proved whole.
  ///
  /// @param length more than 0
  int inflate(byte[] target, int from, int length) throws IOException {
    if (!started) header();
    if (done) return -1;
    try {
      while (true) {
        int count = inflater.inflate(target, from, length);
        if (count > 0) return taken(target, from, count);
        if (inflater.finished()) return trailer();
        if (inflater.needsDictionary())
          throw Damage.of(item, "has a compressed part that cannot be read");
        feed();
      }
    } catch (DataFormatException e) {
      throw Damage.of(item, "has a compressed part that cannot be read");
    }
  }

  private int taken(byte[] target, int from, int count) {
    crc.update(target, from, count);
    long out = inflater.getBytesWritten();
    if (out > TRIFLE && out > RATIO * inflater.getBytesRead()) {
      throw Damage.of(item, "unpacks to far more than a backup can hold");
    }
    return count;
  }

  private void feed() throws IOException {
    if (!source.fill()) throw Damage.of(item, "ends inside its compressed part");
    int count = source.available();
    inflater.setInput(source.array(), source.from(), count);
    source.skip(count);
  }

  private int trailer() throws IOException {
    source.skip(-inflater.getRemaining());
    if (number(4) != crc.getValue() || number(4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw Damage.of(item, "has a compressed part that does not match its own checksum");
    }
    done = true;
    return -1;
  }

  private void header() throws IOException {
    started = true;
    if (number(2) != 0x8B1F || next() != 8)
      throw Damage.of(item, "is not compressed as a backup is");
    int flags = next();
    if ((flags & RESERVED) != 0) throw Damage.of(item, "has an unknown kind of compressed part");
    number(4);
    number(2);
    if ((flags & EXTRA) != 0) skip(number(2));
    if ((flags & NAME) != 0) skipText();
    if ((flags & COMMENT) != 0) skipText();
    if ((flags & HEADER_CRC) != 0) skip(2);
  }

  private void skip(long count) throws IOException {
    for (long i = 0; i < count; i++)
      next();
  }

  private void skipText() throws IOException {
    while (next() != 0);
  }

  /// A little-endian number of up to four bytes.
  private long number(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++)
      value |= (long) next() << (8 * i);
    return value;
  }

  private int next() throws IOException {
    int value = source.read();
    if (value < 0) throw Damage.of(item, "ends inside its compressed part");
    return value;
  }

  long inflatedBytes() {
    return inflater.getBytesWritten();
  }

  @Override
  public void close() {
    inflater.end();
  }
}

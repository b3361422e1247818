package dev.holdfast.vault.object;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The next `left` bytes of another stream.
final class BoundedStream extends FilterInputStream {
  private long left;

  BoundedStream(InputStream in, long left) {
    super(in);
    this.left = left;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (left == 0) return -1;
    int count = super.read(target, offset, (int) Math.min(length, left));
    if (count > 0) left -= count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }
}

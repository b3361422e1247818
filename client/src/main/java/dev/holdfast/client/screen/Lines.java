package dev.holdfast.client.screen;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream into lines of bytes, none longer than a limit, so that memory stays flat whatever
/// is sent.
final class Lines {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[64 << 10];
  private byte[] line = new byte[4 << 10];
  private int at;
  private int filled;
  private long number;

  /// @param limit most bytes of a line
  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /// The number of the line that was read last, from 1.
  long number() {
    return number;
  }

  /// True if the next line may have to be waited for.
  boolean idle() throws IOException {
    return at == filled && in.available() == 0;
  }

  /// The next line without its end; empty at the end of the stream.
  ///
  /// @throws LongLineException if it is longer than the limit
  Optional<byte[]> next() throws IOException {
    int length = 0;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = newline();
      length = take(length, end);
      at = end;
      if (at < filled) {
        at++;
        return done(length);
      }
    }
    return any ? done(length) : Optional.empty();
  }

  private Optional<byte[]> done(int length) {
    number++;
    return Optional.of(Arrays.copyOf(line, length));
  }

  private int take(int length, int end) {
    int longer = length + end - at;
    if (longer > limit) {
      number++;
      throw new LongLineException();
    }
    if (longer > line.length) line = Arrays.copyOf(line, Math.max(longer, 2 * line.length));
    System.arraycopy(buffer, at, line, length, end - at);
    return longer;
  }

  private int newline() {
    int end = at;
    while (end < filled && buffer[end] != '\n')
      end++;
    return end;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  /// A line that is too long.
  static final class LongLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

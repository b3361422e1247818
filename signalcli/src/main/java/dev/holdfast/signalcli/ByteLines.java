package dev.holdfast.signalcli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Lines of bytes: what is cut off at the end of a stream is no line, so that half a character or
/// half an event never counts.
final class ByteLines {
  /// A body has 64 kB at most; the rest is room for what comes.
  private static final int LONGEST = 4 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[16 << 10];
  private int at;
  private int filled;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /// The next complete line without its end; empty once the stream has ended.
  ///
  /// @throws IOException if it is cut or a line is too long
  Optional<byte[]> next() throws IOException {
    var line = new ByteArrayOutputStream();
    while (at < filled || fill()) {
      byte b = buffer[at++];
      if (b == '\n') return Optional.of(withoutReturn(line.toByteArray()));
      if (line.size() == LONGEST) throw new IOException("a line is too long");
      line.write(b);
    }
    return Optional.empty();
  }

  private static byte[] withoutReturn(byte[] line) {
    int length = line.length;
    return length > 0 && line[length - 1] == '\r'
        ? java.util.Arrays.copyOf(line, length - 1)
        : line;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}

package dev.holdfast.sample.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Somebody who listens, over SSE or lines.
final class EventStream {
  private final StandIn daemon;
  private final Socket socket;
  private final boolean sse;

  EventStream(StandIn daemon, Socket socket, boolean sse) {
    this.daemon = daemon;
    this.socket = socket;
    this.sse = sse;
  }

  /// Events in one piece of the stream.
  ///
  /// @param first sequence number of the first
  void events(List<byte[]> params, int first) {
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < params.size(); i++)
      all.writeBytes(frame(params.get(i), first + i));
    if (all.size() > 0) write(all.toByteArray());
  }

  void cutEvent(byte[] params, int sequence, int bytes) {
    var frame = frame(params, sequence);
    write(Arrays.copyOf(frame, Math.min(bytes, frame.length - 1)));
    close();
  }

  void keepAlive(int times) {
    if (sse) write(":\n".repeat(times).getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] frame(byte[] params, int sequence) {
    var id = daemon.id(sequence);
    var before = sse
        ? (id.isEmpty() ? "" : "id:" + id + "\n") + "event:receive\ndata:"
        : "{\"jsonrpc\":\"2.0\",\"method\":\"receive\",\"params\":";
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    frame.writeBytes(params);
    frame.writeBytes((sse ? "\n\n" : "}\n").getBytes(StandardCharsets.US_ASCII));
    return frame.toByteArray();
  }

  /// One chunk, where it is HTTP.
  private synchronized void write(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      if (sse)
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      if (sse) out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      close();
    }
  }

  /// Something other than an event, on a line.
  void answer(String json) {
    write((json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void close() {
    daemon.gone(this);
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone already
    }
  }
}

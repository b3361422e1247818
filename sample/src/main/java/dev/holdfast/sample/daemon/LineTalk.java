package dev.holdfast.sample.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection of lines: it is notified from the start, and its requests are answered.
final class LineTalk {
  private final StandIn daemon;
  private final Socket socket;

  LineTalk(StandIn daemon, Socket socket) {
    this.daemon = daemon;
    this.socket = socket;
  }

  void run() {
    var stream = new EventStream(daemon, socket, false);
    daemon.listening(stream, "");
    try {
      var in = socket.getInputStream();
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          line.write(b);
          continue;
        }
        var answer = daemon.answer(line.toString(StandardCharsets.UTF_8));
        if (!answer.isEmpty()) stream.answer(answer);
        line.reset();
      }
    } catch (IOException e) {
      // they hung up
    } finally {
      stream.close();
    }
  }
}

package dev.holdfast.sample.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One HTTP connection: host, path, method and content type are checked in this order.
final class HttpTalk {
  private final StandIn daemon;
  private final Socket socket;

  HttpTalk(StandIn daemon, Socket socket) {
    this.daemon = daemon;
    this.socket = socket;
  }

  void run() {
    try {
      while (one()) {
        // the next request of this connection
      }
    } catch (IOException e) {
      // they hung up
    }
  }

  private boolean one() throws IOException {
    var in = socket.getInputStream();
    var request = line(in).split(" ", -1);
    if (request.length < 3) {
      socket.close();
      return false;
    }
    var headers = headers(in);
    var body = new String(
        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
        StandardCharsets.UTF_8);
    int refusal = daemon.refusal();
    if (refusal != 0) return status(refusal);
    if (!daemon.isAt(headers.getOrDefault("host", ""))) return status(421);
    var path = request[1].replaceAll("\\?.*", "");
    return switch (path) {
      case "/api/v1/rpc" -> rpc(request[0], headers, body);
      case "/api/v1/events" -> events(request[0], request[1], headers);
      case "/api/v1/check" -> status(200);
      default -> status(404);
    };
  }

  private boolean rpc(String method, Map<String, String> headers, String body) throws IOException {
    if (!method.equals("POST")) return status(405);
    if (!headers.getOrDefault("content-type", "").startsWith("application/json"))
      return status(415);
    var answer = daemon.answer(body).getBytes(StandardCharsets.UTF_8);
    if (answer.length == 0) return status(201);
    write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + answer.length
        + "\r\n\r\n");
    socket.getOutputStream().write(answer);
    socket.getOutputStream().flush();
    return true;
  }

  private boolean events(String method, String target, Map<String, String> headers)
      throws IOException {
    if (!method.equals("GET")) return status(405);
    if (target.contains("account=unknown")) return status(400);
    write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    daemon.listening(new EventStream(daemon, socket, true),
        headers.getOrDefault("last-event-id", ""));
    return false;
  }

  private boolean status(int status) throws IOException {
    write("HTTP/1.1 " + status + " -\r\nContent-Length: 0\r\n\r\n");
    return true;
  }

  private void write(String head) throws IOException {
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0)
        headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
    }
    return headers;
  }

  static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read())
      if (b != '\r') line.append((char) b);
    return line.toString();
  }
}

package dev.holdfast.signalcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// JSON lines over TCP. Calls use connections of their own, so that their answers and what arrives
/// do not wait for each other.
final class TcpDaemon implements Daemon {
  private static final int CONNECT_MS = 10_000;
  private static final int ANSWER_MS = 60_000;

  private final InetSocketAddress address;
  private final String account;
  private final Duration silence;
  private volatile Socket listening = new Socket();

  TcpDaemon(String host, int port, String account, Duration silence) {
    address = new InetSocketAddress(host, port);
    this.account = account;
    this.silence = silence;
  }

  @Override
  public JsonNode call(String method, Map<String, Object> params) {
    var id = UUID.randomUUID().toString();
    try (var socket = connected()) {
      socket.setSoTimeout(ANSWER_MS);
      write(socket, Wire.request(method, withAccount(params), id));
      var lines = new ByteLines(socket.getInputStream());
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        var answer = Wire.tree(line.get());
        if (answer.path("id").asText("").equals(id)) return Wire.result(answer);
      }
      throw HttpDaemon.cut();
    } catch (IOException e) {
      throw HttpDaemon.cut();
    }
  }

  /// Notifications come by themselves unless the daemon runs in manual mode, so it is asked for
  /// them; a daemon that sends both ways hands out duplicates, which the feed drops.
  @Override
  public void listen(String lastId, Listener listener) {
    try (var socket = connected()) {
      listening = socket;
      socket.setSoTimeout((int) silence.dividedBy(2).toMillis());
      write(socket, Wire.request("subscribeReceive", withAccount(Map.of()), "subscribe"));
      listener.connected();
      read(socket, listener);
    } catch (IOException e) {
      throw HttpDaemon.cut();
    }
  }

  private void read(Socket socket, Listener listener) throws IOException {
    var lines = new ByteLines(new Patient(socket));
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      var event = Wire.notification(Wire.tree(line.get()));
      if (event.isPresent()) listener.arrived(event.get(), "");
    }
  }

  private Map<String, Object> withAccount(Map<String, Object> params) {
    var all = new HashMap<>(params);
    if (!account.isEmpty()) all.put("account", account);
    return all;
  }

  private Socket connected() throws IOException {
    var socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void write(Socket socket, byte[] request) throws IOException {
    var line = java.util.Arrays.copyOf(request, request.length + 1);
    line[request.length] = '\n';
    socket.getOutputStream().write(line);
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      // it is gone already
    }
  }

  /// Lines have no keep-alive: after half the patience it asks for the version, after all of it it
  /// gives up.
  private static final class Patient extends java.io.InputStream {
    private final Socket socket;

    Patient(Socket socket) {
      this.socket = socket;
    }

    @Override
    public int read() throws IOException {
      throw new IOException("read in pieces");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return socket.getInputStream().read(into, from, length);
      } catch (SocketTimeoutException e) {
        write(socket, Wire.request("version", Map.of(), "alive"));
        return socket.getInputStream().read(into, from, length);
      }
    }
  }
}

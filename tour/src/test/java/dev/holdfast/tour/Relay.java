package dev.holdfast.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A line to a server that can be cut at a certain call: before the server hears it, or before the
/// caller hears the answer.
final class Relay implements AutoCloseable {
  /// When the line is cut.
  enum Cut {
    BEFORE_THE_CALL, BEFORE_THE_ANSWER
  }

  private final ServerSocket socket;
  private final CountDownLatch reached = new CountDownLatch(1);
  private volatile URI server = URI.create("http://127.0.0.1:1");
  private volatile String call = "";
  private volatile Cut cut = Cut.BEFORE_THE_CALL;

  Relay() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  void leadsTo(String url) {
    server = URI.create(url);
  }

  /// @param end how the target of the call ends; an empty one cuts nothing any more
  void cutAt(String end, Cut when) {
    cut = when;
    call = end;
  }

  /// True once the line was cut.
  boolean reached() throws InterruptedException {
    return reached.await(120, TimeUnit.SECONDS);
  }

  private void accept() {
    while (!socket.isClosed())
      try {
        var caller = socket.accept();
        var callee = new Socket(server.getHost(), server.getPort());
        var line = new Line(caller, callee);
        Thread.ofVirtual().start(line::forth);
        Thread.ofVirtual().start(line::back);
      } catch (IOException e) {
        return;
      }
  }

  private final class Line {
    private final Socket caller;
    private final Socket callee;
    private volatile boolean silent;

    Line(Socket caller, Socket callee) {
      this.caller = caller;
      this.callee = callee;
    }

    void forth() {
      pass(caller, callee, true);
    }

    void back() {
      pass(callee, caller, false);
    }

    private void pass(Socket from, Socket to, boolean forth) {
      try (from; to) {
        pump(from.getInputStream(), to.getOutputStream(), forth);
      } catch (IOException e) {
        // One side hung up: so does the other.
      }
    }

    private void pump(InputStream in, OutputStream out, boolean forth) throws IOException {
      var buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (forth && cutsHere(buffer, count) && cut == Cut.BEFORE_THE_CALL) hold();
        if (!forth && silent) hold();
        out.write(buffer, 0, count);
        out.flush();
      }
    }

    private boolean cutsHere(byte[] buffer, int count) {
      if (call.isEmpty()) return false;
      var text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
      silent |= text.startsWith("POST ") && text.contains(call + " HTTP/1.1");
      return silent;
    }

    /// Nothing comes through any more, and nobody hangs up.
    private void hold() throws IOException {
      reached.countDown();
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

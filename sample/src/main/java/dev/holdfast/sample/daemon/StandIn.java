package dev.holdfast.sample.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A daemon on free loopback ports: HTTP (calls, events) and lines over TCP. It does what it is
/// told to; nothing happens by itself, not even keep-alives.
public final class StandIn implements AutoCloseable {
  private static final int KEPT = 1000;

  private final boolean resumes;
  private final long started;
  private final ServerSocket http;
  private final ServerSocket tcp;
  private final List<byte[]> events = new ArrayList<>();
  private final List<EventStream> streams = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> askedToResume = new CopyOnWriteArrayList<>();
  private final Map<String, Function<String, String>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile int refusal;

  /// @param resumes whether events have ids and are replayed, as newer daemons do
  /// @param started when it was started, ms since 1970; the first part of its ids
  public StandIn(boolean resumes, long started) {
    this.resumes = resumes;
    this.started = started;
    try {
      http = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    accept(http, socket -> new HttpTalk(this, socket).run());
    accept(tcp, socket -> new LineTalk(this, socket).run());
    answering("version", params -> "{\"version\":\"0.14.6\"}");
    answering("subscribeReceive", params -> "0");
    answering("listContacts", params -> "[]");
    answering("send",
        params -> "{\"timestamp\":1780000000000,\"results\":[{\"recipientAddress\":{\"uuid\":\"9a02\",\"number\":null,\"username\":null},\"type\":\"SUCCESS\"}]}");
  }

  /// Where it takes HTTP.
  public String url() {
    return "http://127.0.0.1:" + http.getLocalPort();
  }

  /// Where it takes lines.
  public String tcpUrl() {
    return "tcp://127.0.0.1:" + tcp.getLocalPort();
  }

  /// What a call gives: a JSON value, or an error object that begins with `{"code":`.
  ///
  /// @param answer takes the request as it came
  public void answering(String method, Function<String, String> answer) {
    answers.put(method, answer);
  }

  /// The requests that came, as they came.
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /// The `Last-Event-ID` of each connection for events, empty where there was none.
  public List<String> resumptions() {
    return List.copyOf(askedToResume);
  }

  /// How many listen now.
  public int listeners() {
    return streams.size();
  }

  /// Answers the next requests with a status and no body.
  public void refuse(int status, int times) {
    refusal = status;
    refusals.set(times);
  }

  /// Sends what a notification holds (`{"account", "envelope", …}`) to everybody who listens.
  public void emit(String... params) {
    synchronized (events) {
      var frames = new ArrayList<byte[]>();
      for (var one : params) {
        events.add(one.getBytes(StandardCharsets.UTF_8));
        if (events.size() > KEPT) throw new IllegalStateException("more events than a test needs");
        frames.add(one.getBytes(StandardCharsets.UTF_8));
      }
      for (var stream : streams)
        stream.events(frames, events.size() - frames.size());
    }
  }

  /// Sends a part of an event, then cuts every line. A daemon that resumes sends it whole later.
  ///
  /// @param bytes how many of the frame's bytes
  public void emitCut(String params, int bytes) {
    synchronized (events) {
      events.add(params.getBytes(StandardCharsets.UTF_8));
      for (var stream : streams)
        stream.cutEvent(params.getBytes(StandardCharsets.UTF_8), events.size() - 1, bytes);
    }
  }

  /// Comments, many at once.
  public void keepAlive(int times) {
    for (var stream : streams)
      stream.keepAlive(times);
  }

  /// Cuts every line.
  public void hangUp() {
    streams.forEach(EventStream::close);
  }

  void listening(EventStream stream, String lastId) {
    synchronized (events) {
      askedToResume.add(lastId);
      streams.add(stream);
      if (!resumes || lastId.isEmpty()) return;
      int from = after(lastId);
      stream.events(List.copyOf(events.subList(from, events.size())), from);
    }
  }

  /// An id of an earlier run or garbage replays everything.
  private int after(String lastId) {
    var begin = started + "-";
    if (!lastId.startsWith(begin) || !lastId.substring(begin.length()).matches("\\d{1,9}"))
      return 0;
    return Math.min(events.size(), Integer.parseInt(lastId.substring(begin.length())) + 1);
  }

  void gone(EventStream stream) {
    streams.remove(stream);
  }

  /// The id of an event, empty if this daemon has none.
  String id(int sequence) {
    return resumes ? started + "-" + sequence : "";
  }

  int refusal() {
    return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? refusal : 0;
  }

  boolean isAt(String host) {
    return host.matches("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::" + http.getLocalPort() + ")?");
  }

  /// The answer to a request, as JSON; empty for one without an id.
  String answer(String request) {
    calls.add(request);
    var id = field(request, "id");
    if (id.isEmpty()) return "";
    var answer = answers.get(field(request, "method").replace("\"", ""));
    if (answer == null)
      return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not implemented\",\"data\":null},\"id\":"
          + id + "}";
    var result = answer.apply(request);
    return "{\"jsonrpc\":\"2.0\",\"" + (result.startsWith("{\"code\":") ? "error" : "result")
        + "\":"
        + result + ",\"id\":" + id + "}";
  }

  /// A plain value of a request: the stand-in is fed by our own client only.
  private static String field(String request, String name) {
    var found = java.util.regex.Pattern.compile("\"" + name + "\":(\"[^\"]*\"|\\d+)")
        .matcher(request);
    var last = "";
    while (found.find())
      last = found.group(1);
    return last;
  }

  private static void accept(ServerSocket server, java.util.function.Consumer<Socket> talk) {
    Thread.ofVirtual().start(() -> {
      while (!server.isClosed()) {
        try {
          var socket = server.accept();
          Thread.ofVirtual().start(() -> talk.accept(socket));
        } catch (IOException e) {
          return;
        }
      }
    });
  }

  @Override
  public void close() {
    try {
      http.close();
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hangUp();
  }
}

package dev.holdfast.signalcli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.signalcli.SignalCliException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// JSON-RPC by POST, events by SSE.
final class HttpDaemon implements Daemon {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private final URI base;
  private final String account;
  private final Duration silence;

  HttpDaemon(URI base, String account, Duration silence) {
    this.base = base;
    this.account = account;
    this.silence = silence;
  }

  @Override
  public JsonNode call(String method, Map<String, Object> params) {
    var all = new HashMap<>(params);
    if (!account.isEmpty()) all.put("account", account);
    var body = Wire.request(method, all, UUID.randomUUID().toString());
    var answer = send(HttpRequest.newBuilder(at("/api/v1/rpc"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body))
        .build(),
        BodyHandlers.ofByteArray());
    check(answer.statusCode());
    return Wire.result(Wire.tree(answer.body()));
  }

  @Override
  public void listen(String lastId, Listener listener) {
    var query = account.isEmpty()
        ? ""
        : "?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
    var request = HttpRequest.newBuilder(at("/api/v1/events" + query))
        .header("Accept", "text/event-stream");
    if (!lastId.isEmpty()) request.header("Last-Event-ID", lastId);
    var answer = send(request.build(), BodyHandlers.ofInputStream());
    try (var in = answer.body()) {
      check(answer.statusCode());
      listener.connected();
      read(in, listener);
    } catch (IOException e) {
      throw cut();
    }
  }

  private void read(InputStream in, Listener listener) throws IOException {
    try (var watch = Watchdog.over(silence, in)) {
      var frames = new SseReader(in, watch::alive);
      for (var frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        watch.busy();
        var data = frame.get().data();
        if (frame.get().event().equals("receive"))
          listener.arrived(Wire.event(data.getBytes(StandardCharsets.UTF_8), data),
              frame.get().id());
        watch.alive();
      }
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cut();
    }
  }

  private static void check(int status) {
    switch (status) {
      case 200 -> {
        // as it should be
      }
      case 400 -> throw refused("signal-cli does not know this account");
      case 404, 405 -> throw refused("there is no signal-cli daemon at this address");
      case 415 -> throw refused("signal-cli refuses the form of the call");
      case 421 -> throw refused("signal-cli refuses to be called by this host name; use localhost");
      case 201 -> throw new SignalCliException(Kind.FAILED, "signal-cli gave no answer");
      case 429 ->
        throw new SignalCliException(Kind.RATE_LIMITED, "signal-cli reports too many calls");
      default ->
        throw new SignalCliException(Kind.UNREACHABLE, "signal-cli answered with status " + status);
    }
  }

  private static SignalCliException refused(String sentence) {
    return new SignalCliException(Kind.REFUSED, sentence);
  }

  static SignalCliException cut() {
    return new SignalCliException(Kind.UNREACHABLE,
        "the line to signal-cli could not be made or was cut");
  }

  private URI at(String path) {
    return URI.create(base.toString().replaceAll("/+$", "") + path);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

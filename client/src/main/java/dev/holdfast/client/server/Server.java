package dev.holdfast.client.server;

import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.kernel.signature.Authority;
import dev.holdfast.kernel.signature.SignedRequest;
import dev.holdfast.kernel.wire.ServerInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One server. Every call is signed for a [Caller]; a clock that differs is corrected once.
public final class Server implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = ObjectStore.OBJECT_LIMIT + (1 << 20);

  private final String base;
  private final String authority;
  private final HttpClient http;
  private final InstantSource clock;
  private final SecureRandom random;
  private final StateMemory memory;
  private final AtomicLong offsetMillis = new AtomicLong();

  private Server(String base, InstantSource clock, SecureRandom random, StateMemory memory) {
    this.base = base;
    var uri = URI.create(base);
    authority = Authority.of(uri.getScheme(), uri.getRawAuthority());
    this.clock = clock;
    this.random = random;
    this.memory = memory;
    var builder = HttpClient.newBuilder().connectTimeout(CONNECT);
    if (base.startsWith("http:")) builder.version(HttpClient.Version.HTTP_1_1);
    http = builder.build();
  }

  /// @param url `http` or `https`, with or without a slash at the end
  /// @throws ClientException USAGE if it is something else
  public static Server at(String url, InstantSource clock, SecureRandom random,
      StateMemory memory) {
    return new Server(plain(url), clock, random, memory);
  }

  /// The address without a slash at the end.
  public String url() {
    return base;
  }

  /// What the server says about itself. Only its sealing key is signed, by the key that it says is
  /// its own: whoever knows that key has to compare it.
  ///
  /// @throws ClientException DAMAGED if the sealing key is not signed by it
  public ServerInfo info() {
    var request = HttpRequest.newBuilder(URI.create(base + "/v1/server"))
        .timeout(Duration.ofSeconds(30))
        .GET()
        .build();
    var answer = new Answer(exchange(request, Received.atMost(MOST_BYTES)));
    var info = Json.read("the server's answer", accepted(answer).body(), ServerInfo.class);
    if (!info.vouchesForSealingKey())
      throw new ClientException(Kind.DAMAGED,
          "the server's sealing key is not signed by the server's own key",
          "send it nothing; check the address, and ask whoever runs the server");
    return info;
  }

  /// The time by the server's clock as far as it is known, milliseconds since 1970.
  public long serverMillis() {
    return clock.millis() + offsetMillis.get();
  }

  /// Sends a call and gives back whatever came, refusals included.
  Answer send(Caller caller, Call call) {
    long known = memory.newest().counter();
    var answer = new Answer(exchange(signed(caller, call), Received.atMost(MOST_BYTES)));
    if (clockDiffers(answer) || sentTwice(call, answer))
      answer = new Answer(exchange(signed(caller, call), Received.atMost(MOST_BYTES)));
    remember(answer, known);
    return answer;
  }

  /// Sends a call that has to succeed.
  ///
  /// @throws ServerRefusal if it is refused
  Answer ask(Caller caller, Call call) {
    return accepted(send(caller, call));
  }

  /// Opens a stream of lines; closing it hangs up.
  Stream<String> lines(Caller caller, Call call) {
    var response = exchange(signed(caller, call), BodyHandlers.ofLines());
    if (response.statusCode() == 401) {
      response.headers().firstValueAsLong("Holdfast-Time").ifPresent(this::correct);
      response.body().close();
      response = exchange(signed(caller, call), BodyHandlers.ofLines());
    }
    if (response.statusCode() / 100 == 2) return response.body();
    try (var lines = response.body()) {
      var text = String.join("\n", lines.toList());
      throw refusal(response.statusCode(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private HttpRequest signed(Caller caller, Call call) {
    var nonce = new byte[16];
    random.nextBytes(nonce);
    long created = Math.floorDiv(serverMillis(), 1000);
    var signed = new SignedRequest(call.method(), authority, call.target(), call.body().hash(),
        created, HexFormat.of().formatHex(nonce), caller.keyId());
    var request = HttpRequest.newBuilder(URI.create(base + call.target()))
        .timeout(call.patience())
        .method(call.method(), call.body().publisher())
        .header("Content-Digest", signed.contentDigest())
        .header("Signature-Input", signed.signatureInput())
        .header("Signature", signed.signature(caller.key()));
    call.headers().forEach(request::header);
    if (caller.device()) addMark(request);
    return request.build();
  }

  private void addMark(HttpRequest.Builder request) {
    var newest = memory.newest();
    if (newest.counter() == 0) return;
    request.header("Holdfast-State", Long.toString(newest.counter()));
    if (!newest.proof().isEmpty()) request.header("Holdfast-State-Proof", newest.proof());
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new ClientException(Kind.UNREACHABLE, "the server at " + base + " does not answer",
          "check the address and your connection, then try again: nothing is lost", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException(Kind.BUG, "the call was interrupted", "", e);
    }
  }

  private boolean clockDiffers(Answer answer) {
    long now = answer.number("Holdfast-Time");
    if (answer.status() != 401 || now == 0) return false;
    correct(now);
    return true;
  }

  /// Java's HTTP client sends a reading call again by itself when a connection breaks, with the
  /// same signature.
  private static boolean sentTwice(Call call, Answer answer) {
    return answer.status() == 401 && !call.changes();
  }

  private void correct(long serverMillis) {
    offsetMillis.set(serverMillis - clock.millis());
  }

  /// @param known the counter before the call: another call may have seen a larger one meanwhile
  private void remember(Answer answer, long known) {
    long counter = answer.number("Holdfast-State");
    if (counter <= 0) return;
    memory.saw(new StateMemory.Mark(counter, answer.header("Holdfast-State-Proof")));
    if (answer.ok() && counter < known) throw rolledBack();
  }

  private static ClientException rolledBack() {
    return new ClientException(Kind.DAMAGED,
        "the server answers from an older state than it has shown before",
        "ask whoever runs it; the vault is locked until \"holdfast unlock\" or \"holdfast rekey\"");
  }

  private static Answer accepted(Answer answer) {
    if (answer.ok()) return answer;
    throw refusal(answer.status(), answer.body());
  }

  static ClientException refusal(int status, byte[] body) {
    try {
      var problem = Json.read("the server's refusal", body, Problem.class);
      if (problem.code() != null && problem.detail() != null)
        return new ServerRefusal(problem.code(), problem.detail(), orEmpty(problem.hint()),
            orEmpty(problem.policy()));
    } catch (ClientException e) {
      // Falls through: what answered is not a Holdfast server, or a proxy before it.
    }
    return new ClientException(Kind.UNREACHABLE,
        "what answers at this address is not a Holdfast server (HTTP " + status + ")",
        "check the address");
  }

  /// A [dev.holdfast.kernel.wire.ProblemBody], of which anything may be missing.
  private record Problem(@Nullable String code, @Nullable String detail, @Nullable String hint,
      @Nullable String policy) {}

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String plain(String url) {
    var trimmed = url.strip().replaceAll("/+$", "");
    try {
      var uri = URI.create(trimmed);
      if (uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null) {
        if ("https".equals(uri.getScheme())) return trimmed;
        if ("http".equals(uri.getScheme()) && loopback(uri.getHost())) return trimmed;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, like any other text that is no address.
    }
    throw new ClientException(Kind.USAGE,
        "the server's address has to begin with https://, or with http:// on this machine itself",
        "write it like https://vault.example.org or http://127.0.0.1:8470");
  }

  private static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}

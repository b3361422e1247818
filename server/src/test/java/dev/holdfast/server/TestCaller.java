package dev.holdfast.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.signature.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/// Signs and sends calls as docs/protocol.md, section 2, says; one for each key.
final class TestCaller {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .build();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Supplier<URI> server;
  private final Supplier<Long> seconds;
  private final SigningKey key;
  private final String keyId;

  /// @param seconds the clock by which calls are signed
  TestCaller(Supplier<URI> server, Supplier<Long> seconds, SigningKey key, String keyId) {
    this.server = server;
    this.seconds = seconds;
    this.key = key;
    this.keyId = keyId;
  }

  /// What came back.
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    byte[] body() {
      return response.body();
    }

    String text() {
      return new String(body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + text(), e);
      }
    }

    <T> T as(Class<T> type) {
      if (status() / 100 != 2) throw new AssertionError(status() + " " + text());
      try {
        return JSON.readValue(body(), type);
      } catch (IOException e) {
        throw new AssertionError("not " + type.getSimpleName(), e);
      }
    }

    /// Status and code of a refusal, such as `403 locked`.
    String refusal() {
      return status() + " " + json().path("code").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String target) {
    return call("GET", target, new byte[0], Map.of());
  }

  Answer post(String target, Object body) {
    try {
      return call("POST", target, JSON.writeValueAsBytes(body), Map.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Answer post(String target) {
    return call("POST", target, new byte[0], Map.of());
  }

  Answer call(String method, String target, byte[] body, Map<String, String> headers) {
    return send(sign(method, target, Sha256.over(body), seconds.get(), nonce()), body, headers);
  }

  SignedRequest sign(String method, String target, Sha256 body, long created, String nonce) {
    return new SignedRequest(method, server.get().getRawAuthority(), target, body, created, nonce,
        keyId);
  }

  Answer send(SignedRequest call, byte[] body, Map<String, String> headers) {
    try {
      var response = HTTP.send(request(call, body, headers), BodyHandlers.ofByteArray());
      return new Answer(response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest request(SignedRequest call, byte[] body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(server.get().resolve(call.target()))
        .method(call.method(),
            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .header("Content-Digest", call.contentDigest())
        .header("Signature-Input", call.signatureInput())
        .header("Signature", call.signature(key));
    headers.forEach(request::header);
    return request.build();
  }

  static String nonce() {
    var raw = new byte[16];
    RANDOM.nextBytes(raw);
    return HexFormat.of().formatHex(raw);
  }

  static Answer unsigned(URI url) {
    try {
      var response = HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
      return new Answer(response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static HttpClient http() {
    return HTTP;
  }
}

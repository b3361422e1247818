package dev.holdfast.client.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One call before it is signed; signing it twice gives two nonces.
final class Call {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String method;
  private final String target;
  private final Body body;
  private final Map<String, String> headers;
  private final Duration patience;

  private Call(String method, String target, Body body, Map<String, String> headers,
      Duration patience) {
    this.method = method;
    this.target = target;
    this.body = body;
    this.headers = Map.copyOf(headers);
    this.patience = patience;
  }

  static Call get(String target) {
    return of("GET", target).with("Accept", "application/json");
  }

  static Call of(String method, String target) {
    return new Call(method, target, Body.EMPTY, Map.of(), PATIENCE);
  }

  static Call post(String target, byte[] json) {
    var call = of("POST", target).holding(json);
    return json.length == 0 ? call : call.with("Content-Type", "application/json");
  }

  Call with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(method, target, body, more, patience);
  }

  /// @param content not changed while the call runs
  Call holding(byte[] content) {
    return holding(Body.of(content));
  }

  Call holding(Body content) {
    return new Call(method, target, content, headers, patience);
  }

  /// @param longer how long the answer may take
  Call patient(Duration longer) {
    return new Call(method, target, body, headers, longer);
  }

  String method() {
    return method;
  }

  /// False for a call that only reads.
  boolean changes() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  /// Path and query.
  String target() {
    return target;
  }

  Body body() {
    return body;
  }

  /// Besides those of signature and digest.
  Map<String, String> headers() {
    return headers;
  }

  Duration patience() {
    return patience;
  }
}

package dev.holdfast.client.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One call before it is signed; signing it twice gives two nonces.
///
/// @param target path and query
/// @param body not changed while the call runs
/// @param headers besides those of signature and digest
/// @param patience how long the answer may take
record Call(String method, String target, byte[] body, Map<String, String> headers,
    Duration patience) {
  private static final byte[] EMPTY = {};
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  Call {
    headers = Map.copyOf(headers);
  }

  static Call get(String target) {
    return new Call("GET", target, EMPTY, Map.of("Accept", "application/json"), PATIENCE);
  }

  static Call of(String method, String target) {
    return new Call(method, target, EMPTY, Map.of(), PATIENCE);
  }

  static Call post(String target, byte[] json) {
    return new Call("POST", target, json,
        json.length == 0 ? Map.of() : Map.of("Content-Type", "application/json"), PATIENCE);
  }

  Call with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(method, target, body, more, patience);
  }

  Call patient(Duration longer) {
    return new Call(method, target, body, headers, longer);
  }
}

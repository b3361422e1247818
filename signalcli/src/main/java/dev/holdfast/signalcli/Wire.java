package dev.holdfast.signalcli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.signalcli.SignalCliException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// JSON-RPC 2.0 as signal-cli speaks it.
final class Wire {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Wire() {}

  static byte[] request(String method, Map<String, Object> params, String id) {
    var request = new LinkedHashMap<String, Object>();
    request.put("jsonrpc", "2.0");
    request.put("method", method);
    request.put("params", params);
    request.put("id", id);
    try {
      return MAPPER.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("parameters that JSON cannot hold");
    }
  }

  /// Anything that is no JSON object gives a missing node.
  static JsonNode tree(byte[] json) {
    try {
      var tree = MAPPER.readTree(json);
      return tree != null && tree.isObject() ? tree : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /// The result of an answer.
  ///
  /// @throws SignalCliException if it is an error or no answer at all
  static JsonNode result(JsonNode answer) {
    var error = answer.path("error");
    if (error.isObject()) throw failure(error);
    if (!answer.has("result"))
      throw new SignalCliException(Kind.REFUSED,
          "what answers does not speak signal-cli's language");
    return answer.path("result");
  }

  private static SignalCliException failure(JsonNode error) {
    int code = error.path("code").asInt(0);
    return switch (code) {
      case -5, -6 -> new SignalCliException(Kind.RATE_LIMITED,
          "signal-cli reports too many messages", wait(error));
      case -4 ->
        new SignalCliException(Kind.UNTRUSTED, "signal-cli does not trust the other side's key");
      case -32601 ->
        new SignalCliException(Kind.REFUSED, "signal-cli does not know this call here");
      case -32602 -> new SignalCliException(Kind.REFUSED, "signal-cli does not know this account");
      default -> new SignalCliException(Kind.FAILED, "signal-cli answered with error " + code);
    };
  }

  private static Duration wait(JsonNode error) {
    long seconds = 0;
    for (var result : error.path("data").path("response").path("results"))
      seconds = Math.max(seconds, result.path("retryAfterSeconds").asLong(0));
    return Duration.ofSeconds(Math.clamp(seconds, 0, 7L * 86_400));
  }

  /// What an event's data holds, over SSE.
  static Event event(byte[] json, String raw) {
    return Event.of(tree(json), raw);
  }

  /// What a line holds if it is a notification of something that arrived.
  static Optional<Event> notification(JsonNode line) {
    if (!line.path("method").asText("").equals("receive")) return Optional.empty();
    var params = line.path("params");
    var subscribed = params.path("result");
    var event = subscribed.isObject() ? subscribed : params;
    return Optional.of(Event.of(event, event.toString()));
  }
}

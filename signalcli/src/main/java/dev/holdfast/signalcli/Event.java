package dev.holdfast.signalcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/// Something that arrived for an account.
///
/// Every field but `raw` may be empty: the daemon leaves out and nulls what it does not know.
///
/// @param account number or ACI of the receiving account
/// @param source ACI of the sender, else the number
/// @param number of the sender
/// @param name of the sender's profile, chosen by the sender
/// @param device of the sender, 0 if unknown
/// @param timestamp ms since 1970, set by the sender; 0 if unknown
/// @param content what it is
/// @param raw `{"account", "envelope", …}` as JSON
public record Event(String account, String source, String number, String name, int device,
    long timestamp, Content content, String raw) {

  /// The same mail from the same device; the daemon may hand it out more than once. Empty if it
  /// cannot be told.
  public String key() {
    return timestamp == 0 || source.isEmpty()
        ? ""
        : account + '/' + source + '/' + device + '/' + timestamp;
  }

  /// Reads back what was kept of [#raw].
  ///
  /// @param json UTF-8; anything that is no event gives one that holds nothing
  public static Event parse(byte[] json) {
    return Wire.event(json, new String(json, StandardCharsets.UTF_8));
  }

  /// Reads `{"account", "envelope", "exception"}`.
  static Event of(JsonNode params, String raw) {
    var envelope = params.path("envelope");
    var source = first(envelope, "sourceUuid", "sourceNumber", "source");
    return new Event(text(params, "account"), source, text(envelope, "sourceNumber"),
        text(envelope, "sourceName"), envelope.path("sourceDevice").asInt(0),
        envelope.path("timestamp").asLong(0), Contents.of(envelope, params.path("exception")), raw);
  }

  static String first(JsonNode node, String... names) {
    for (var name : names) {
      var value = text(node, name);
      if (!value.isEmpty()) return value;
    }
    return "";
  }

  static String text(JsonNode node, String name) {
    var value = node.path(name);
    return value.isTextual() ? value.textValue() : "";
  }

  static JsonNode object(JsonNode node, String name) {
    var value = node.path(name);
    return value.isObject() ? value : MissingNode.getInstance();
  }

  /// Whoever logs it by mistake learns no content.
  @Override
  public String toString() {
    return "Event(" + content.getClass().getSimpleName() + ")";
  }
}

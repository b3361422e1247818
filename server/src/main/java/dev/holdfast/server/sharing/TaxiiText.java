package dev.holdfast.server.sharing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.desk.sharing.Audience;
import java.util.List;

/// The fixed answers of TAXII 2.1: discovery, API root, collections, errors.
final class TaxiiText {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STIX = "application/stix+json;version=2.1";

  private TaxiiText() {}

  static String discovery(String name) {
    var body = JSON.createObjectNode().put("title", name).put("default", "/taxii2/root/");
    body.putArray("api_roots").add("/taxii2/root/");
    return body.toString();
  }

  static String root(String name) {
    var body = JSON.createObjectNode().put("title", name).put("max_content_length", 1);
    body.putArray("versions").add(TaxiiPages.MEDIA);
    return body.toString();
  }

  static String collections(List<Audience> offered) {
    var body = JSON.createObjectNode();
    var list = body.putArray("collections");
    offered.forEach(audience -> list.add(node(audience)));
    return body.toString();
  }

  static String collection(Audience audience) {
    return node(audience).toString();
  }

  /// Fixed, because those who fetch keep it.
  static String id(Audience audience) {
    return switch (audience) {
      case PUBLIC -> "6f1a0e2c-6b57-4f0b-8d3c-51c5a4b7e901";
      case COMMUNITY -> "b2f4c9d8-0c3e-4a57-9f62-7d18e6a3c502";
      case CLIENTS -> "e83b7a15-94d2-4c6e-a1f0-2c9d5b6f8703";
    };
  }

  static String error(int status, String sentence) {
    return JSON.createObjectNode()
        .put("title", sentence)
        .put("http_status", Integer.toString(status))
        .toString();
  }

  private static ObjectNode node(Audience audience) {
    var node = JSON.createObjectNode()
        .put("id", id(audience))
        .put("title", "Campaigns, " + audience.word())
        .put("alias", audience.word())
        .put("can_read", true)
        .put("can_write", false);
    node.putArray("media_types").add(STIX);
    return node;
  }
}

package dev.holdfast.server.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Documents for programs, one line each.
final class DeskJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private DeskJson() {}

  static String line(Object document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document cannot be written as JSON", e);
    }
  }
}

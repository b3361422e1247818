package dev.holdfast.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.client.ClientException.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// JSON as the protocol and the home use it: records, one line, unknown fields passed over so that
/// an older client understands a newer server.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  private Json() {}

  /// One line, UTF-8.
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a value that JSON can hold", e);
    }
  }

  /// One line of text.
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a value that JSON can hold", e);
    }
  }

  /// Reads a value.
  ///
  /// @param what names it in the error
  /// @throws ClientException DAMAGED if it is something else; the content is never quoted
  public static <T> T read(String what, byte[] json, Class<T> type) {
    try {
      return required(what, MAPPER.readValue(json, type));
    } catch (IOException e) {
      throw unreadable(what);
    }
  }

  /// Reads a value of a generic type; see [#read(String, byte[], Class)].
  public static <T> T read(String what, byte[] json, TypeReference<T> type) {
    try {
      return required(what, MAPPER.readValue(json, type));
    } catch (IOException e) {
      throw unreadable(what);
    }
  }

  private static <T> T required(String what, @Nullable T value) {
    if (value == null) throw unreadable(what);
    return value;
  }

  /// Without the cause: the parser quotes what it read.
  private static ClientException unreadable(String what) {
    return new ClientException(Kind.DAMAGED, what + " is not the JSON that was expected", "");
  }
}

package dev.holdfast.server.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.SignalKeyShape;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import java.io.IOException;

/// Refuses a body in which somebody's recovery key or recovery code stands. Nothing that asks for
/// it is ours, so it is not read any further and nothing of it is kept.
public final class SecretsInBody {
  private static final JsonFactory JSON = new JsonFactory();

  private SecretsInBody() {}

  /// @param body JSON, or anything else, which is left to its reader
  /// @throws RefusedException `secret-in-body`
  static void refuse(byte[] body) throws IOException {
    if (body.length == 0) return;
    try (var parser = JSON.createParser(body)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken())
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME)
          refuse(parser.getText());
    } catch (JsonProcessingException e) {
      throw new RefusedException(Refusal.BAD_REQUEST, "expected JSON");
    }
  }

  /// The same for one value, such as a form's.
  public static void refuse(String value) {
    if (SignalKeyShape.matches(value) || RecoveryCode.parse(value).isPresent())
      throw new RefusedException(Refusal.SECRET_IN_BODY,
          "a recovery key or recovery code was sent to a server",
          "no server needs it; whoever asked for it wants your chats");
  }
}

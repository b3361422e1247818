package dev.holdfast.client.server;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/// What came back for one call.
final class Answer {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(HttpResponse<byte[]> response) {
    status = response.statusCode();
    headers = response.headers();
    body = response.body();
  }

  boolean ok() {
    return status / 100 == 2;
  }

  int status() {
    return status;
  }

  /// The receiver's.
  byte[] body() {
    return body;
  }

  /// Empty without one.
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// A header's number, 0 without one or if it is none.
  long number(String name) {
    try {
      return headers.firstValueAsLong(name).orElse(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

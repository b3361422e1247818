package dev.holdfast.client.server;

import java.net.http.HttpHeaders;

/// What came back for one call.
///
/// @param body the receiver's
record Answer(int status, HttpHeaders headers, byte[] body) {
  boolean ok() {
    return status / 100 == 2;
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// A header's number, 0 without one.
  long number(String name) {
    return headers.firstValueAsLong(name).orElse(0);
  }
}

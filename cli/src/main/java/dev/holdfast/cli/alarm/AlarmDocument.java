package dev.holdfast.cli.alarm;

import dev.holdfast.cli.Text;
import dev.holdfast.kernel.wire.AlarmEvent;
import java.time.Clock;
import java.time.Instant;

/// An alarm for programs; a contract.
///
/// @param at ISO-8601
record AlarmDocument(String request, String at, String kind, String from) {
  static AlarmDocument of(AlarmEvent event) {
    return new AlarmDocument(event.request(), Instant.ofEpochMilli(event.at()).toString(),
        event.kind(), Text.plain(event.from()));
  }

  /// One line for people.
  String line(Clock clock) {
    return Text.second(Instant.parse(at), clock) + "  " + sentence()
        + (from.isEmpty() ? "" : "  \"" + from + "\"")
        + (request.isEmpty() ? "" : "  request " + Text.brief(request));
  }

  private String sentence() {
    return switch (kind) {
      case "requested" -> "somebody asks for the vault to be opened";
      case "waiting-25" -> "a quarter of the wait is over";
      case "waiting-50" -> "half of the wait is over";
      case "waiting-90" -> "the wait is almost over";
      case "releasable" -> "the wait is over: the vault can be opened";
      case "released" -> "the release share was handed out";
      case "not-opened" -> "the share was handed out and nobody said that the vault was opened";
      case "opened" -> "the vault was opened; its code is spent";
      case "vetoed" -> "a request was vetoed";
      case "locked" -> "the vault is locked";
      case "unlocked" -> "the lock has ended";
      case "rekeyed" -> "the vault was re-keyed";
      case "device-added" -> "a device was added";
      case "device-revoked" -> "a device was revoked";
      case "signal-key-typed" -> "Signal's recovery key was typed: somebody may be phishing";
      case "rolled-back" -> "the server came up from an older state; the vault is locked";
      case "approved" -> "a device approved a request";
      case "channel-added" -> "an alarm channel was added";
      case "channel-removed" -> "an alarm channel is being removed";
      case "test" -> "a test";
      default -> kind;
    };
  }
}

package dev.holdfast.cli.release;

import dev.holdfast.cli.Text;
import dev.holdfast.client.release.Requests;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.kernel.wire.RequestStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/// A request for programs.
///
/// @param from what the requester calls itself: a claim, nothing more
/// @param enrolled true if it says that it is a device of the vault
record ReleaseDocument(String request, String state, int epoch, String from, boolean enrolled,
    String askedAt, String releasableAt, long waitSeconds, long waitedSeconds,
    boolean factorProved, int approvals, String phrase) {
  static ReleaseDocument of(RequestStatus status) {
    RequestStatement statement = Requests.statement(status);
    return new ReleaseDocument(status.request(), status.state(), status.epoch(),
        Text.plain(statement.description()), statement.device().isPresent(),
        Instant.ofEpochMilli(status.askedAt()).toString(),
        Instant.ofEpochMilli(status.releasableAt()).toString(), status.waitSeconds(),
        status.waitedSeconds(), status.provenFactor(), status.approvals().size(),
        Requests.phrase(new RequestId(status.request())));
  }

  /// One line for people.
  String line(Clock clock) {
    return "%s  %-10s  asked %s, from %s  \"%s\"%s".formatted(Text.brief(request),
        state.toLowerCase(Locale.ROOT), Text.second(Instant.parse(askedAt), clock),
        Text.second(Instant.parse(releasableAt), clock), from,
        factorProved ? ", factor proved" : "");
  }
}

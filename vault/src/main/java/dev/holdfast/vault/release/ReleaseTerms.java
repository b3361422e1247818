package dev.holdfast.vault.release;

import java.time.Duration;

/// What the operator says about releases.
///
/// @param deviceWait how long an enrolled device waits at most
/// @param requestsPerDay of requests without a proved factor, for each vault
/// @param loopback true if the server listens on the loopback address only: then a vault without an
///          alarm channel does not wait longer
public record ReleaseTerms(Duration deviceWait, int requestsPerDay, boolean loopback) {
  /// How long a request waits.
  ///
  /// @param fast true if an enrolled device asks that is no newcomer
  /// @param channels how many alarm channels count
  Duration wait(Duration policy, boolean fast, int channels) {
    var wait = fast && deviceWait.compareTo(policy) < 0 ? deviceWait : policy;
    return channels == 0 && !loopback ? wait.multipliedBy(2) : wait;
  }
}

package dev.holdfast.client.warnings;

import dev.holdfast.kernel.warning.SignedFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a feed may follow the one that is kept (docs/warnings.md, section 6). Both were checked
/// to be signed by the pinned key.
sealed interface Succession {
  /// How far a desk's clock may be ahead of this machine's.
  Duration AHEAD = Duration.ofHours(24);

  /// It is newer: it is kept from now on.
  record Newer() implements Succession {}

  /// It is the one that is kept.
  record Same() implements Succession {}

  /// It is not to be trusted.
  record Refused(Fault fault) implements Succession {}

  /// What is wrong with a feed that is signed.
  enum Fault {
    /// Its number is lower than one seen before.
    ROLLED_BACK,
    /// Another feed of this number was seen before.
    FORKED,
    /// It has expired, and it is the one that is kept: newer ones do not get through.
    FROZEN,
    /// It had expired when it came.
    STALE,
    /// It was issued in the future of this machine's clock.
    AHEAD_OF_TIME
  }

  static Succession decide(Optional<SignedFeed> kept, SignedFeed fresh, Instant now) {
    var feed = fresh.feed();
    if (feed.issuedAt().isAfter(now.plus(AHEAD))) return new Refused(Fault.AHEAD_OF_TIME);
    long seen = kept.map(k -> k.feed().sequence()).orElse(0L);
    if (feed.sequence() < seen) return new Refused(Fault.ROLLED_BACK);
    boolean again = feed.sequence() == seen;
    if (again && !kept.get().feed().hash().equals(feed.hash())) return new Refused(Fault.FORKED);
    if (!now.isBefore(feed.expiresAt())) return new Refused(again ? Fault.FROZEN : Fault.STALE);
    return again ? new Same() : new Newer();
  }
}

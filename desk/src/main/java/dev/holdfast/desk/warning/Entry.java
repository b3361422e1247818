package dev.holdfast.desk.warning;

import dev.holdfast.kernel.warning.Revocation;
import dev.holdfast.kernel.warning.Seal;
import dev.holdfast.kernel.warning.SignedWarning;
import dev.holdfast.kernel.warning.Warning;
import dev.holdfast.kernel.warning.WarningId;
import java.time.Instant;
import java.util.Optional;

/// A warning on its way, as the desk keeps it.
///
/// @param author who wrote it
/// @param approval who approved it, and the signature; empty for a draft
/// @param withdrawal who took it back; empty while it stands
public record Entry(Warning warning, String author, Instant writtenAt, Optional<Approval> approval,
    Optional<Withdrawal> withdrawal) {
  /// A second look.
  public record Approval(String by, Instant at, Seal seal) {}

  /// An end before the end.
  public record Withdrawal(String by, Instant at, Revocation.Reason reason) {}

  /// Where a warning stands.
  public enum State {
    /// Nobody else has looked yet.
    DRAFT,
    /// It is in the feed.
    PUBLISHED,
    /// It was taken back.
    REVOKED,
    /// Its time is over.
    ENDED;

    /// The word in files and commands.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Where it stands at that time.
  public State state(Instant now) {
    if (withdrawal.isPresent()) return State.REVOKED;
    if (!now.isBefore(warning.until())) return State.ENDED;
    return approval.isPresent() ? State.PUBLISHED : State.DRAFT;
  }

  /// Its name.
  public WarningId id() {
    return warning.id();
  }

  /// What the feed carries of it, if it was approved.
  Optional<SignedWarning> signed() {
    return approval.map(given -> new SignedWarning(warning, given.seal()));
  }

  /// What the feed says of its end, if the public ever saw it.
  Optional<Revocation> revocation() {
    return approval.flatMap(given -> withdrawal)
        .map(ended -> new Revocation(id(), ended.at(), ended.reason()));
  }
}

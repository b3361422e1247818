package dev.holdfast.client.restore;

import dev.holdfast.archive.restore.RestorePlan;
import dev.holdfast.archive.restore.RestoreSummary;
import dev.holdfast.archive.restore.SnapshotFacts;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.VaultStatus;

/// What a restore came to.
public sealed interface Outcome {
  /// Written, verified, and the vault moved to its next epoch.
  record Restored(RestorePlan plan, SnapshotFacts facts, RestoreSummary summary,
      VaultStatus vault) implements Outcome {}

  /// Not yet; the request is kept in the home.
  record Waiting(RequestStatus request) implements Outcome {}

  /// No factor, or a wrong one, and nobody there to ask; the request stays logged and alarmed.
  record NoFactor(RequestStatus request) implements Outcome {}

  /// The request was vetoed, or it expired.
  record Ended(RequestStatus request) implements Outcome {}

  /// The owner did not want this snapshot; nothing was written and the code stays good.
  record Declined(RequestStatus request) implements Outcome {}
}

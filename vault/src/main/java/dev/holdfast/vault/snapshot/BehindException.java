package dev.holdfast.vault.snapshot;

import dev.holdfast.kernel.wire.StoredSnapshot;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import org.jspecify.annotations.Nullable;

/// A manifest continues something else than the vault's newest snapshot.
public final class BehindException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable StoredSnapshot newest;

  BehindException(String detail, @Nullable StoredSnapshot newest) {
    super(Refusal.BEHIND, detail, "read the vault's snapshots and epoch, then go on from there");
    this.newest = newest;
  }

  /// The newest snapshot; null if there is none.
  public @Nullable StoredSnapshot newest() {
    return newest;
  }
}

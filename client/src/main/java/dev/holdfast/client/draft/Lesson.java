package dev.holdfast.client.draft;

import dev.holdfast.guard.draft.Fingerprints;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The fingerprints of a secret while they are taken, beside other work: each costs a slow hash.
/// Nothing is kept before [#keep], so that a secret that turns out to be mistyped leaves nothing.
public final class Lesson {
  private final OwnSecrets secrets;
  private final CompletableFuture<Optional<Fingerprints>> taken;

  /// @param taken empty if the secret is known already
  Lesson(OwnSecrets secrets, CompletableFuture<Optional<Fingerprints>> taken) {
    this.secrets = secrets;
    this.taken = taken;
  }

  /// Waits until they are taken, and keeps them.
  public void keep() {
    try {
      taken.join().ifPresent(secrets::keep);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }
}

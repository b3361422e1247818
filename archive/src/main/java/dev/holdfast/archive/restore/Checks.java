package dev.holdfast.archive.restore;

import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.archive.store.Chain;
import dev.holdfast.archive.store.ObjectStore;
import java.io.IOException;
import java.security.SecureRandom;

/// Compares what a store holds with what the manifests say; needs no key.
@SuppressWarnings("DoNotCallSuggester") // until the next commit
public final class Checks {
  private final ObjectStore store;
  private final SecureRandom random;

  public Checks(ObjectStore store, SecureRandom random) {
    this.store = store;
    this.random = random;
  }

  /// Asks for every object that a kept snapshot needs, and reads a share of them.
  ///
  /// @param chain checked already, which is the other half of the answer
  /// @param readPercent 0 to 100: how many objects, drawn at random, are read whole and hashed
  public CheckReport check(Chain chain, int readPercent, Progress progress) throws IOException {
    throw new UnsupportedOperationException("comes with the next commit" + store + random);
  }
}

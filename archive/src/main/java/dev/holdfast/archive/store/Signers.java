package dev.holdfast.archive.store;

import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.manifest.OuterManifest;
import java.util.Optional;

/// Says whose manifests are accepted: devices of the policy, and those that certificates add.
@FunctionalInterface
public interface Signers {
  /// The key that has to have signed this manifest; empty if its device is not accepted for it.
  Optional<VerifyKey> keyFor(OuterManifest outer);
}

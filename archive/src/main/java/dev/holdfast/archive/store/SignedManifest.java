package dev.holdfast.archive.store;

import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.manifest.ManifestSignature;
import dev.holdfast.kernel.manifest.OuterManifest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// An outer manifest with a signature that may or may not be its device's.
///
/// @param signature 128 lower-case hex digits
public record SignedManifest(OuterManifest outer, String signature) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{128}");

  /// @throws IllegalArgumentException if `signature` has another shape
  public SignedManifest {
    if (!SHAPE.matcher(signature).matches())
      throw new IllegalArgumentException("not a signature: expected 128 hex digits");
  }

  /// Signs for the device that `outer` names.
  public static SignedManifest sign(OuterManifest outer, SigningKey key) {
    return new SignedManifest(outer,
        HexFormat.of().formatHex(ManifestSignature.sign(key, outer.encode())));
  }

  /// The snapshot's name.
  public SnapshotId id() {
    return outer.id();
  }

  /// True if `key` signed this.
  public boolean signedBy(VerifyKey key) {
    return ManifestSignature.accepts(key, outer.encode(), HexFormat.of().parseHex(signature));
  }

  /// What the store keeps for it: the outer part and the signature.
  public int bytes() {
    return outer.encode().length + VerifyKey.SIGNATURE_BYTES;
  }
}

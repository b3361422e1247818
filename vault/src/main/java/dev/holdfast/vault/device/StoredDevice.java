package dev.holdfast.vault.device;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.wire.VaultStatus;

/// A device of a vault.
///
/// @param certificate canonical certificate, base64; empty for one of the first policy
/// @param founding true if it stands in the first policy or was certified by an opening key
/// @param addedRan the server's run time when it came
/// @param voiceEndsRan of a revoked device: the run time at which its veto and its alarms end
public record StoredDevice(VaultId vault, DeviceId id, String name, Device device,
    String certificate, String signature, boolean founding, long addedAt, long addedRan,
    boolean revoked, long voiceEndsRan) {
  /// Its signing key.
  public VerifyKey key() {
    return device.signingKey();
  }

  /// Its sealing key.
  public SealingKey sealingKey() {
    return device.sealingKey();
  }

  /// True while it may veto and be alarmed.
  public boolean hasVoice(long ran) {
    return !revoked || ran < voiceEndsRan;
  }

  /// As it stands in answers.
  public VaultStatus.EnrolledDevice wire() {
    return new VaultStatus.EnrolledDevice(id.hex(), name, key().hex(), sealingKey().base64(),
        certificate, signature, revoked, addedAt);
  }
}

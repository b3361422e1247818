package dev.holdfast.kernel.device;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.util.ArrayList;
import java.util.List;

/// Adds a device to a vault after set-up: the statement that an earlier device, or whoever opened
/// the vault, signs (docs/protocol.md, section 5).
///
/// @param issuer the device that signs
/// @param byOpening true if the signature is the opening key's of `epoch` and `issuer` is the new
///          device itself
/// @param epoch the epoch in force when it was signed
/// @param leaves the new device's wrapped factor shares, one for each epoch that exists
public record DeviceCertificate(VaultId vault, DeviceId issuer, boolean byOpening, int epoch,
    Device device,
    List<Leaf> leaves) {
  private static final String MAGIC = "holdfast/device/v1\n";

  /// A factor share for one epoch, sealed to the new device.
  ///
  /// @param mask the device whose mask at the server completes this share
  /// @param wrapped HPKE: encapsulation and ciphertext
  public record Leaf(int epoch, DeviceId mask, Wrapped wrapped) {}

  /// @throws IllegalArgumentException if `epoch` is not positive
  public DeviceCertificate {
    if (epoch < 1) throw new IllegalArgumentException("epochs count from 1");
    leaves = List.copyOf(leaves);
  }

  /// Reads the canonical bytes.
  ///
  /// @throws dev.holdfast.kernel.canonical.MalformedException for anything else
  public static DeviceCertificate decode(byte[] bytes) {
    var in = new CanonicalReader("a device certificate", bytes, MAGIC);
    var vault = VaultId.of(in.fixed(VaultId.BYTES));
    var issuer = DeviceId.of(in.fixed(DeviceId.BYTES));
    boolean byOpening = in.u8() == 1;
    int epoch = in.u32();
    if (epoch < 1) throw in.refused("a number out of range");
    var device = Device.read(in);
    var leaves = new ArrayList<Leaf>();
    for (int left = in.count(24); left > 0; left--)
      leaves.add(new Leaf(in.u32(), DeviceId.of(in.fixed(DeviceId.BYTES)), Wrapped.of(in.bytes())));
    in.end();
    return new DeviceCertificate(vault, issuer, byOpening, epoch, device, leaves);
  }

  /// The canonical bytes, a fresh array; these are what is signed.
  public byte[] encode() {
    var out = new CanonicalWriter(MAGIC).fixed(vault.raw())
        .fixed(issuer.raw())
        .u8(byOpening ? 1 : 0)
        .u32(epoch);
    device.write(out);
    out.u32(leaves.size());
    leaves.forEach(
        leaf -> out.u32(leaf.epoch()).fixed(leaf.mask().raw()).bytes(leaf.wrapped().raw()));
    return out.toBytes();
  }

  /// Sixty-four bytes.
  public byte[] sign(SigningKey key) {
    return key.sign(encode());
  }

  /// True if `signature` is `key`'s over this certificate.
  public boolean signedBy(VerifyKey key, byte[] signature) {
    return key.accepts(encode(), signature);
  }
}

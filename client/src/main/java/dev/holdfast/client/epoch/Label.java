package dev.holdfast.client.epoch;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The info strings and signed messages of docs/protocol.md, as bytes.
public final class Label {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Label(String label) {
    out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
  }

  private Label and(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private Label and(int u32) {
    return and(ByteBuffer.allocate(4).putInt(u32).array());
  }

  private byte[] bytes() {
    return out.toByteArray();
  }

  static byte[] of(String label) {
    return new Label(label).bytes();
  }

  static byte[] unlock(VaultId vault, int epoch) {
    return new Label("holdfast/v1/unlock").and(vault.raw()).and(epoch).bytes();
  }

  /// Label of a device's leaf.
  public static byte[] deviceLeaf(VaultId vault, int epoch) {
    return new Label("holdfast/v1/device-leaf").and(vault.raw()).and(epoch).bytes();
  }

  static byte[] share(VaultId vault, int epoch, Sha256 policy) {
    return new Label("holdfast/v1/share").and(vault.raw()).and(epoch).and(policy.raw()).bytes();
  }

  /// Label of a device's mask on its way to the server.
  public static byte[] mask(VaultId vault, int epoch, DeviceId device) {
    return new Label("holdfast/v1/mask").and(vault.raw()).and(epoch).and(device.raw()).bytes();
  }

  /// Label of a released share.
  public static byte[] released(RequestId request) {
    return new Label("holdfast/v1/released").and(request.raw()).bytes();
  }

  /// Label of a device's leaf on its way to a requester.
  public static byte[] approval(RequestId request) {
    return new Label("holdfast/v1/approval").and(request.raw()).bytes();
  }

  /// Label of the server's mask on its way to a requester.
  public static byte[] approvalMask(RequestId request) {
    return new Label("holdfast/v1/approval-mask").and(request.raw()).bytes();
  }

  /// What an approving device signs.
  public static byte[] approve(RequestId request, byte[] share) {
    return new Label("holdfast/v1/approve\n").and(request.raw())
        .and(Sha256.over(share).raw())
        .bytes();
  }

  /// What the factor key signs for a request.
  public static byte[] factor(RequestId request) {
    return new Label("holdfast/v1/factor\n").and(request.raw()).bytes();
  }

  /// What the code key signs for a request.
  public static byte[] code(RequestId request) {
    return new Label("holdfast/v1/code\n").and(request.raw()).bytes();
  }

  /// What the opening key signs once the vault is open.
  public static byte[] opened(RequestId request) {
    return new Label("holdfast/v1/opened\n").and(request.raw()).bytes();
  }

  /// What the code key of the next epoch signs so that a frozen share is destroyed.
  public static byte[] destroy(VaultId vault, int oldEpoch) {
    return new Label("holdfast/v1/destroy\n").and(vault.raw()).and(oldEpoch).bytes();
  }

  /// What the factor key signs to end a lock.
  public static byte[] endLock(VaultId vault, long atMillis) {
    return new Label("holdfast/v1/unlock\n").and(vault.raw())
        .and(ByteBuffer.allocate(8).putLong(atMillis).array())
        .bytes();
  }

  /// What the opening key of the epoch before signs under a policy.
  public static byte[] policy(Sha256 hash) {
    return new Label("holdfast/v1/policy\n").and(hash.raw()).bytes();
  }
}

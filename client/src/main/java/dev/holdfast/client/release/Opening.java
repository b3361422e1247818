package dev.holdfast.client.release;

import dev.holdfast.client.epoch.OpenVault;
import dev.holdfast.kernel.wire.VaultStatus.EnrolledDevice;
import java.util.List;

/// What a release gave: the opened vault, and whom the server lists as enrolled; wiped on close.
///
/// @param vault owned
/// @param devices believed only as far as they reach the policy
public record Opening(OpenVault vault, List<EnrolledDevice> devices) implements AutoCloseable {
  /// Copies the list.
  public Opening { devices = List.copyOf(devices); }

  @Override
  public void close() {
    vault.close();
  }
}

package dev.holdfast.client.home;

import dev.holdfast.kernel.VaultId;
import java.util.ArrayList;
import java.util.List;

/// What the home knows of its vault that is no secret.
///
/// @param server its address, without a slash at the end
/// @param vault 32 hex digits
/// @param deviceName how people call this machine
/// @param serverKey the server's Ed25519 identity, 64 hex digits, pinned when the vault was made
/// @param loopback true if the server said that it listens on the loopback address only
/// @param channels how many confirmed alarm channels there were when the server last said
/// @param answered which of the questions about Signal's own copies the owner has answered
public record VaultConfig(String server, String vault, String deviceName, String serverKey,
    boolean loopback, int channels, List<String> answered) {
  /// Copies the list.
  public VaultConfig { answered = List.copyOf(answered); }

  /// The vault's id.
  public VaultId vaultId() {
    return new VaultId(vault);
  }

  /// The same with one more question answered.
  public VaultConfig answering(String question) {
    if (answered.contains(question)) return this;
    var more = new ArrayList<>(answered);
    more.add(question);
    return new VaultConfig(server, vault, deviceName, serverKey, loopback, channels, more);
  }

  /// The same with another number of confirmed alarm channels.
  public VaultConfig withChannels(int confirmed) {
    return new VaultConfig(server, vault, deviceName, serverKey, loopback, confirmed, answered);
  }
}

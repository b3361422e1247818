package dev.holdfast.vault.alarm;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.wire.AlarmEvent;
import java.util.Optional;

/// What goes to one address.
public sealed interface Letter {
  /// Where it goes.
  String address();

  /// An alarm.
  ///
  /// @param veto opens the page that stops the request; empty if there is nothing to stop
  record AlarmLetter(String address, VaultId vault, AlarmEvent event, Optional<VetoToken> veto)
      implements
        Letter {}

  /// A test with the six digits that confirm the channel.
  record TestLetter(String address, VaultId vault, String code) implements Letter {
    @Override
    public String toString() {
      return "TestLetter(" + vault + ")";
    }
  }
}

package dev.holdfast.cli;

import dev.holdfast.client.vault.Vault;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

/// What all commands share: the program, and a vault that is closed again.
public abstract class HoldfastCommand implements Callable<Integer> {
  private final Holdfast app;

  /// @param app the program
  protected HoldfastCommand(Holdfast app) {
    this.app = app;
  }

  /// The program.
  protected final Holdfast app() {
    return app;
  }

  /// Runs with the vault of the home, and says what is wrong with its alarms.
  ///
  /// @return the exit code
  protected final int withVault(ToIntFunction<Vault> work) {
    try (var vault = Vault.open(app.home(), app.clock(), app.random())) {
      int code = work.applyAsInt(vault);
      Remarks.afterwards(app, vault);
      return code;
    }
  }
}

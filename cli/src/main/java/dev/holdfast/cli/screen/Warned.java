package dev.holdfast.cli.screen;

import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Language;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.warnings.WarnedScreen;
import dev.holdfast.client.warnings.Warnings;
import dev.holdfast.guard.Screen;
import org.jspecify.annotations.Nullable;

/// The guard with what the followed desks warn of.
final class Warned {
  private Warned() {}

  /// For one answer, or one batch.
  static Screen screen(Holdfast app, @Nullable String language) {
    return lasting(app, language).get();
  }

  /// For a program that runs long.
  static WarnedScreen lasting(Holdfast app, @Nullable String language) {
    return new WarnedScreen(Screen.packed(), new Warnings(app.home(), app.clock()),
        Language.of(language, app.terminal().environment()), e -> told(app, e));
  }

  private static void told(Holdfast app, ClientException trouble) {
    app.remark(String.valueOf(trouble.getMessage()));
    app.hint(trouble.hint());
  }
}

package dev.holdfast.guard.warning;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.kernel.warning.Salt;
import dev.holdfast.kernel.warning.Template;
import dev.holdfast.kernel.warning.WarningId;
import java.util.List;

/// A warning as far as the guard needs it. Whoever embeds the guard has checked its signature, and
/// that it holds now.
///
/// @param title in the reader's language, as it was signed
/// @param asks what the lure asks for; may be empty
public record Notice(WarningId id, String title, List<Ask> asks, Salt salt,
    List<Template> templates) {
  /// Copies the lists; leaves out templates of profiles that this version does not know.
  public Notice {
    asks = List.copyOf(asks);
    templates = templates.stream().filter(t -> t.profile() == Templates.PROFILE).toList();
  }
}

package dev.holdfast.desk.sharing;

import java.util.List;

/// What was read of somebody else's file.
///
/// @param dossiers what was understood
/// @param aside what was not, one sentence each, without content
public record Imported(List<Dossier> dossiers, List<String> aside) {
  /// Copies the lists.
  public Imported {
    dossiers = List.copyOf(dossiers);
    aside = List.copyOf(aside);
  }
}

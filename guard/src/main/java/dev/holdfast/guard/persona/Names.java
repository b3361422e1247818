package dev.holdfast.guard.persona;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.lexicon.Lexicon;
import java.util.EnumSet;
import java.util.Set;

/// Judges display names, group titles and handles in any script.
public final class Names {
  private final Folder folder;
  private final Lexicon lexicon;

  /// A judge of names.
  ///
  /// @param folder brings names to plain form
  /// @param lexicon the words to look for
  public Names(Folder folder, Lexicon lexicon) {
    this.folder = folder;
    this.lexicon = lexicon;
  }

  /// What `name` pretends.
  ///
  /// @param name as shown; may be empty
  public Pose poseOf(String name) {
    if (name.isEmpty()) return Pose.NONE;
    var folded = folder.fold(split(name));
    var said = EnumSet.noneOf(Concept.class);
    for (var hit : lexicon.in(folded.text()))
      said.add(hit.concept());
    return new Pose(persona(said), said.contains(Concept.APP), !folded.disguises().isEmpty());
  }

  /// Handles such as `SignalSupport_bot` become words.
  private static String split(String name) {
    var out = new StringBuilder(name.length() + 8);
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      var hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
      if (hump) out.append(' ');
      out.append(c == '_' || c == '-' || c == '.' || c == '|' ? ' ' : c);
    }
    return out.toString();
  }

  private static Persona persona(Set<Concept> said) {
    var app = said.contains(Concept.APP);
    if (said.contains(Concept.BOT)) return Persona.APP_BOT;
    if (said.contains(Concept.HELPLINE)) return Persona.HELPLINE;
    if (said.contains(Concept.AUTHORITY)) return Persona.AUTHORITY;
    if (said.contains(Concept.SUPPORT) || said.contains(Concept.SECURITY))
      return Persona.APP_SUPPORT;
    if (app && (said.contains(Concept.TEAM) || said.contains(Concept.OFFICIAL)
        || said.contains(Concept.BACKUP)))
      return Persona.APP_SUPPORT;
    if (said.contains(Concept.WORKIT)) return Persona.WORK_IT;
    return app || said.contains(Concept.BACKUP) || said.contains(Concept.RECOVER)
        ? Persona.APP_SUPPORT
        : Persona.NONE;
  }
}

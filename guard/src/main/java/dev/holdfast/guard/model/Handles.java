package dev.holdfast.guard.model;

import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.link.Purpose;
import dev.holdfast.guard.thread.Reading;
import java.util.EnumSet;
import java.util.Set;

/// Things a secret can hang on. Talk that names none of them can hardly ask for one, however much
/// its letters look like a lure.
final class Handles {
  private static final Set<Concept> THINGS = EnumSet.of(Concept.KEY, Concept.CODE, Concept.PIN,
      Concept.PASSWORD, Concept.PHRASE, Concept.TOKEN, Concept.LINE,
      Concept.DIGITS, Concept.SMS, Concept.QR, Concept.PAIR, Concept.REMOTE, Concept.LOCK,
      Concept.BACKUP, Concept.RECOVER, Concept.SESSION, Concept.AUTHAPP,
      Concept.WALLET, Concept.EXPORT, Concept.SCAN, Concept.SHOOT, Concept.APPROVE, Concept.PROMPT,
      Concept.SCREEN, Concept.LOGIN, Concept.DEVICE, Concept.HALF,
      Concept.MOVE, Concept.FILE, Concept.ACCOUNT, Concept.NUMBER, Concept.APP, Concept.PASTE,
      Concept.COPY, Concept.MENU, Concept.BOT);

  private Handles() {}

  static int in(Reading reading) {
    var found = EnumSet.noneOf(Concept.class);
    var links = 0;
    for (var line : reading.lines()) {
      if (line.mine()) continue;
      for (var hit : line.hits())
        if (THINGS.contains(hit.concept())) found.add(hit.concept());
      for (var link : line.links())
        if (link.purpose() != Purpose.OTHER) links++;
    }
    return found.size() + links + (reading.pose().brand() ? 1 : 0);
  }
}

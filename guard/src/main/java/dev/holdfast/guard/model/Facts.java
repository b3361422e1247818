package dev.holdfast.guard.model;

import dev.holdfast.guard.ask.Asks;
import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.lexicon.Hit;
import dev.holdfast.guard.link.Purpose;
import dev.holdfast.guard.persona.Persona;
import dev.holdfast.guard.thread.Line;
import dev.holdfast.guard.thread.Reading;
import dev.holdfast.guard.thread.Sentences;
import java.util.EnumSet;
import java.util.Set;

/// What was meant, whatever the language: concepts, how they stand together, who says them to whom,
/// and in which order. All as hashed features.
final class Facts {
  private static final int NEAR = 34;

  private final Bag bag;
  private final Reading reading;
  private final int sender;
  private final Set<Concept> said = EnumSet.noneOf(Concept.class);
  private final Set<Concept> quoted = EnumSet.noneOf(Concept.class);
  private final Set<Concept> mine = EnumSet.noneOf(Concept.class);
  private final Set<Concept> last = EnumSet.noneOf(Concept.class);
  private final Traits traits;

  private Facts(Reading reading, Bag bag) {
    this.reading = reading;
    this.traits = new Traits(reading);
    this.bag = bag;
    this.sender = seed(reading.sender().isContact()
        ? "contact"
        : reading.sender().inGroup() ? "group" : "stranger");
  }

  /// Puts the facts into `bag`, and gives the same conversation as the numbers of [Traits].
  static float[] collect(Reading reading, Bag bag) {
    var facts = new Facts(reading, bag);
    facts.all();
    return facts.traits.numbers(facts.said, facts.last, facts.quoted, facts.mine);
  }

  private void all() {
    var lastTurn = reading.lastTheirs();
    for (var line : reading.lines()) {
      line(line, line.turn() == lastTurn && !line.mine());
      links(line);
      tricks(line);
    }
    whole();
    pose();
    course();
  }

  private void line(Line line, boolean isLast) {
    var earlier = EnumSet.copyOf(said);
    traits.line(line, isLast);
    for (var sentence : Sentences.of(line)) {
      quoted.addAll(sentence.quoted());
      if (line.mine()) {
        mine.addAll(sentence.said());
        continue;
      }
      sentence(sentence, earlier);
      said.addAll(sentence.said());
      if (isLast) last.addAll(sentence.said());
    }
  }

  private void sentence(Sentences.Sentence sentence, Set<Concept> earlier) {
    var concepts = sentence.said().toArray(new Concept[0]);
    var opposed = 0;
    for (var i = 0; i < concepts.length; i++) {
      var a = concepts[i];
      if (sentence.asks()) add("question", a.seed());
      for (var k = i + 1; k < concepts.length; k++)
        add("together", Bag.join(a.seed(), concepts[k].seed()));
      if (a.kind() != Concept.Kind.ACT) continue;
      var against = opposed(sentence, a);
      if (against) opposed++;
      add(against ? "opposed" : "plain", a.seed());
      for (var before : earlier)
        if (before.kind() == Concept.Kind.OBJECT) add("then", Bag.join(before.seed(), a.seed()));
    }
    triples(sentence.said());
    var points = Asks.pointsFor(sentence.said());
    traits.sentence(sentence, points, opposed);
    for (var ask : points.entrySet()) {
      var level = ask.getValue() >= 2.5 ? "ask-strong" : ask.getValue() >= 1.4 ? "ask" : "ask-weak";
      add(level, seed(ask.getKey().wire()));
    }
  }

  /// What, by which act, to whom: the frame of an ask.
  private void triples(Set<Concept> concepts) {
    for (var act : concepts) {
      if (act.kind() != Concept.Kind.ACT) continue;
      for (var object : concepts) {
        if (object.kind() != Concept.Kind.OBJECT) continue;
        for (var to : concepts) {
          if (to.kind() == Concept.Kind.TO || to.kind() == Concept.Kind.WHOSE || to == Concept.NEG
              || to == Concept.SCAM) {
            add("frame", Bag.join(Bag.join(act.seed(), object.seed()), to.seed()));
          }
        }
      }
    }
  }

  /// Whether a negation stands close to the act; before or after, as the language has it.
  private static boolean opposed(Sentences.Sentence sentence, Concept act) {
    for (var hit : sentence.hits()) {
      if (hit.concept() != act) continue;
      for (var other : sentence.hits()) {
        if (other.concept() == Concept.NEG && gap(hit, other) <= NEAR) return true;
      }
    }
    return false;
  }

  private static int gap(Hit a, Hit b) {
    return Math.max(a.start(), b.start()) - Math.min(a.end(), b.end());
  }

  private void whole() {
    var lures = said.toArray(new Concept[0]);
    for (var i = 0; i < lures.length; i++) {
      var a = lures[i];
      add("said", a.seed());
      bag.add(Bag.join(sender, a.seed()));
      for (var k = i + 1; k < lures.length; k++) {
        if (a.kind() != lures[k].kind() || a.kind() == Concept.Kind.OBJECT)
          add("both", Bag.join(a.seed(), lures[k].seed()));
      }
    }
    for (var c : quoted)
      add("quoted", c.seed());
    for (var c : mine)
      add("mine", c.seed());
    for (var c : last)
      add("last", c.seed());
    for (var points : Asks.pointsFor(said).entrySet())
      if (points.getValue() >= 1) add("may-ask", seed(points.getKey().wire()));
    summary();
  }

  /// Counts of kinds, so that a frame is seen even where one of its words is not known.
  private void summary() {
    for (var kind : Concept.Kind.values()) {
      var count = (int) said.stream().filter(c -> c.kind() == kind).count();
      add("count", Bag.join(seed(kind.name()), Math.min(count, 6)));
      add("count-by", Bag.join(Bag.join(sender, seed(kind.name())), Math.min(count, 3)));
    }
    if (Asks.pointsFor(said).values().stream().anyMatch(p -> p >= 2.0))
      add("asks-something", sender);
  }

  private void links(Line line) {
    for (var link : line.links()) {
      if (line.mine()) continue;
      add("link", seed(link.purpose().name()));
      if (link.purpose() != Purpose.OFFICIAL)
        add("link-by", Bag.join(sender, seed(link.purpose().name())));
    }
  }

  private void tricks(Line line) {
    if (line.mine()) return;
    for (var disguise : line.folded().disguises())
      add("trick", seed(disguise.trick().name()));
  }

  private void pose() {
    var persona = seed(reading.pose().persona().name());
    bag.add(sender);
    add("persona", persona);
    if (reading.pose().brand()) add("brand", sender);
    if (reading.pose().disguised()) add("disguised-name", sender);
    if (reading.pose().persona() == Persona.NONE) return;
    for (var c : said)
      if (c.kind() == Concept.Kind.OBJECT || c.kind() == Concept.Kind.ACT) add("posing", c.seed());
    for (var ask : Asks.pointsFor(said).keySet())
      add("posing-ask", seed(ask.wire()));
  }

  /// How the talk went: length, answers, a code that arrived before.
  private void course() {
    var theirs = 0;
    var ours = 0;
    var letters = 0;
    for (var line : reading.lines()) {
      if (line.mine()) ours++;
      else
        theirs++;
      letters += line.folded().text().length();
      if (Shape.isCode(line.folded().text())) add(line.mine() ? "code-mine" : "code-theirs", 0);
      if (Shape.isKey(line.folded().text())) add(line.mine() ? "key-mine" : "key-theirs", 0);
    }
    add("theirs", Math.min(theirs, 6));
    add("ours", Math.min(ours, 4));
    add("letters", Math.min(letters / 60, 10));
    add(reading.lines().isEmpty() || !reading.lines().get(0).mine() ? "they-began" : "we-began",
        sender);
  }

  private void add(String what, int value) {
    bag.add(Bag.join(what.hashCode(), value));
  }

  private static int seed(String word) {
    return word.hashCode() * 0x9E3779B1;
  }
}

package dev.holdfast.guard.model;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.ask.Asks;
import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.link.Purpose;
import dev.holdfast.guard.persona.Persona;
import dev.holdfast.guard.thread.Line;
import dev.holdfast.guard.thread.Reading;
import dev.holdfast.guard.thread.Sentences;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A conversation as few numbers: how much of what was said, by whom, and how it stands together.
/// They are what the trees of [Forest] ask about.
final class Traits {
  private static final List<Concept> CONCEPTS = List.of(Concept.values());
  private static final int KINDS = Concept.Kind.values().length;
  /// Things that let somebody into an account.
  private static final Set<Concept> SECRETS = EnumSet.of(Concept.KEY, Concept.CODE, Concept.PIN,
      Concept.PASSWORD, Concept.PHRASE, Concept.TOKEN, Concept.LINE, Concept.DIGITS, Concept.SMS,
      Concept.QR, Concept.PAIR, Concept.LOCK, Concept.BACKUP, Concept.SESSION, Concept.AUTHAPP,
      Concept.WALLET, Concept.PROMPT, Concept.REMOTE, Concept.HALF, Concept.SCREEN, Concept.MOVE,
      Concept.EXPORT);
  /// What says much when it stands in one sentence with a secret.
  private static final List<Concept> WITH_SECRET = List.of(Concept.YOUR, Concept.MY, Concept.SCAM,
      Concept.KEEP, Concept.QUESTION, Concept.PLEASE);

  private static final int TICKS = 22;
  private static final int REST = 32;
  /// How many numbers there are.
  static final int COUNT = CONCEPTS.size() + 2 * KINDS + TICKS + REST;

  private final Reading reading;
  private final float[] out = new float[COUNT];
  private int at;
  private final Map<Concept, Integer> counts = new EnumMap<>(Concept.class);
  private final float[] ticks = new float[TICKS];
  private int theirs;
  private int ours;
  private int letters;
  private int lastLetters;
  private int disguises;
  private int ownCodes;
  private int codes;
  private int ownKeys;
  private int otherLinks;
  private int linkWeight;
  private float bestSentence;
  private boolean secretBefore;

  Traits(Reading reading) {
    this.reading = reading;
  }

  void line(Line line, boolean isLast) {
    var text = line.folded().text();
    if (line.mine()) {
      ours++;
      if (Shape.isCode(text)) ownCodes++;
      if (Shape.isKey(text)) ownKeys++;
      return;
    }
    theirs++;
    letters += text.length();
    if (isLast) lastLetters += text.length();
    if (Shape.isCode(text)) codes++;
    disguises += line.folded().disguises().size();
    for (var link : line.links()) {
      linkWeight = Math.max(linkWeight, link.purpose().weight().compareTo(Purpose.Weight.PLAIN));
      if (link.purpose() == Purpose.OTHER) otherLinks++;
    }
  }

  /// Takes a sentence of the other side.
  ///
  /// @param asked the points of [Asks] for it
  /// @param opposed how many of its acts are negated
  void sentence(Sentences.Sentence sentence, Map<Ask, Double> asked, int opposed) {
    var set = sentence.said();
    for (var c : set)
      counts.merge(c, 1, Integer::sum);
    var secret = secrets(set);
    var acts = of(set, Concept.Kind.ACT);
    var to = of(set, Concept.Kind.TO) > 0;
    var neg = set.contains(Concept.NEG);
    var points = most(asked);
    if (!neg) bestSentence = Math.max(bestSentence, points);
    var n = 0;
    tick(n++, secret > 0 && acts > 0);
    tick(n++, secret > 0 && acts > 0 && to);
    tick(n++, secret > 0 && acts > opposed);
    tick(n++, secret > 0 && acts > 0 && opposed > 0);
    tick(n++, secret > 0 && acts > 0 && to && !neg);
    tick(n++, secret > 0 && sentence.asks());
    tick(n++, secret > 0 && neg);
    for (var with : WITH_SECRET)
      tick(n++, secret > 0 && set.contains(with));
    tick(n++, neg && set.contains(Concept.EXCEPT));
    tick(n++, acts > 0 && to);
    tick(n++, acts > 0 && secretBefore && secret == 0);
    tick(n++, acts > opposed);
    tick(n++, opposed > 0);
    for (var most : new float[]{secret, set.size(), acts - opposed, points})
      ticks[n] = Math.max(ticks[n++], most);
    if (secret > 0) secretBefore = true;
  }

  private void tick(int n, boolean is) {
    if (is && ticks[n] < 4) ticks[n]++;
  }

  /// All numbers, once every line and sentence was taken.
  ///
  /// @param said concepts of the other side
  /// @param last those of its last turn
  /// @param quoted concepts in quotation marks
  /// @param mine concepts of the protected person
  float[] numbers(Set<Concept> said, Set<Concept> last, Set<Concept> quoted, Set<Concept> mine) {
    for (var c : CONCEPTS)
      put(Math.min(counts.getOrDefault(c, 0), 3));
    for (var kind : Concept.Kind.values())
      put(of(said, kind));
    for (var kind : Concept.Kind.values())
      put(of(last, kind));
    for (var s : ticks)
      put(s);
    sender();
    course();
    secrets(said, last, quoted, mine);
    return out;
  }

  private void sender() {
    var sender = reading.sender();
    var pose = reading.pose();
    put(sender.isContact());
    put(sender.inGroup());
    put(pose.persona() != Persona.NONE);
    put(pose.brand());
    put(pose.disguised());
  }

  private void course() {
    put(Math.min(theirs, 12));
    put(Math.min(ours, 12));
    put(letters);
    put(lastLetters);
    put(reading.lines().isEmpty() || !reading.lines().get(0).mine());
    put(ownCodes);
    put(codes);
    put(ownKeys);
    put(disguises);
    put(linkWeight);
    put(otherLinks);
    put(Handles.in(reading));
    put(reading.tongues().best().isPresent());
  }

  private void secrets(Set<Concept> said, Set<Concept> last, Set<Concept> quoted,
      Set<Concept> mine) {
    var asked = Asks.pointsFor(said);
    put(most(asked));
    put(most(Asks.pointsFor(last)));
    put(second(asked));
    put(bestSentence);
    put(secrets(said));
    put(secrets(last));
    put(secrets(quoted));
    put(of(quoted, Concept.Kind.ACT));
    put(secrets(mine));
    put(of(mine, Concept.Kind.ACT));
    put(mine.contains(Concept.QUESTION));
    put(mine.contains(Concept.NEG));
    put(letters == 0 ? 0 : 100f * said.size() / letters);
    put(said.size());
  }

  private void put(boolean value) {
    put(value ? 1 : 0);
  }

  private void put(float value) {
    out[at++] = value;
  }

  private static int of(Set<Concept> set, Concept.Kind kind) {
    var n = 0;
    for (var c : set)
      if (c.kind() == kind) n++;
    return n;
  }

  private static int secrets(Set<Concept> set) {
    var n = 0;
    for (var c : set)
      if (SECRETS.contains(c)) n++;
    return n;
  }

  private static float most(Map<Ask, Double> points) {
    var most = 0.0;
    for (var p : points.values())
      most = Math.max(most, p);
    return (float) most;
  }

  private static float second(Map<Ask, Double> points) {
    var first = 0.0;
    var second = 0.0;
    for (var p : points.values()) {
      second = Math.max(second, Math.min(first, p));
      first = Math.max(first, p);
    }
    return (float) second;
  }
}

package dev.holdfast.guard;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.lexicon.Hit;
import dev.holdfast.guard.link.Purpose;
import dev.holdfast.guard.persona.Persona;
import dev.holdfast.guard.thread.Line;
import dev.holdfast.guard.thread.Reading;
import dev.holdfast.guard.thread.Sentences;
import dev.holdfast.guard.warning.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words and places a verdict rests on, in the original text.
final class Reasons {
  private static final int MOST = 24;

  private Reasons() {}

  static List<Evidence> of(Reading reading, List<Ask> asks) {
    var found = new ArrayList<>(notes(reading));
    for (var line : reading.lines()) {
      for (var sentence : Sentences.of(line))
        if (!line.mine()) asked(line, sentence, asks, found);
      for (var hit : line.hits())
        if (!line.mine()) pressure(line, hit, found);
    }
    return Tellings.sorted(found.size() > MOST ? found.subList(0, MOST) : found);
  }

  /// What is worth a quiet note even where the verdict is clear.
  static List<Evidence> notes(Reading reading) {
    var found = new ArrayList<Evidence>();
    if (reading.pose().persona() != Persona.NONE && !reading.sender().isContact())
      found.add(new Evidence("name_poses_as_" + under(reading.pose().persona().word()), 0, 0, 0));
    for (var line : reading.lines()) {
      for (var link : line.links()) {
        if (link.purpose().weight() == Purpose.Weight.PLAIN) continue;
        found.add(span(line, under(link.purpose().name()), link.start(), link.end()));
      }
      for (var d : line.folded().disguises())
        if (found.size() < MOST)
          found.add(span(line, "written_" + under(d.trick().name()), d.start(), d.end()));
    }
    return Tellings.sorted(found);
  }

  /// A desk's warning before all else, in each turn that it fits.
  static List<Evidence> with(Sighting sighting, List<Evidence> others) {
    var all = new ArrayList<>(others);
    for (var place : sighting.places())
      all.add(new Evidence("warning", place.turn(), place.start(), place.end(),
          sighting.notice().title()));
    return Tellings.sorted(all);
  }

  private static void asked(Line line, Sentences.Sentence sentence, List<Ask> asks,
      List<Evidence> found) {
    var acts = sentence.hits()
        .stream()
        .filter(h -> h.concept().kind() == Concept.Kind.ACT)
        .toList();
    if (acts.isEmpty() || asks.isEmpty()) return;
    for (var act : acts)
      found.add(span(line, act, "act_" + under(act.concept().name())));
    for (var thing : sentence.hits()) {
      if (thing.concept().kind() != Concept.Kind.OBJECT
          || acts.stream().anyMatch(a -> a.start() == thing.start()))
        continue;
      found.add(span(line, thing, "asks_" + asks.get(0).wire()));
      return;
    }
  }

  private static void pressure(Line line, Hit hit, List<Evidence> found) {
    if (hit.concept().kind() == Concept.Kind.PRESSURE)
      found.add(span(line, hit, "pressure_" + under(hit.concept().name())));
  }

  private static Evidence span(Line line, Hit hit, String what) {
    return span(line, what, line.folded().startOf(hit.start()), line.folded().endOf(hit.end() - 1));
  }

  private static Evidence span(Line line, String what, int start, int end) {
    return line.attached()
        ? new Evidence(what, line.turn(), 0, 0)
        : new Evidence(what, line.turn(), start, end);
  }

  private static String under(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}

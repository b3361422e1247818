package dev.holdfast.guard;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.ask.Asks;
import dev.holdfast.guard.ask.Route;
import dev.holdfast.guard.lexicon.Concept;
import dev.holdfast.guard.lexicon.Tongue;
import dev.holdfast.guard.link.Purpose;
import dev.holdfast.guard.model.Features;
import dev.holdfast.guard.model.Model;
import dev.holdfast.guard.persona.Persona;
import dev.holdfast.guard.thread.Reading;
import dev.holdfast.guard.warning.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a judgement into words: which ask, by which way, under which pretext.
final class Tellings {
  private static final double SECOND_WITHIN = 4.0;
  private static final double RULES_WEIGH = 1.4;
  private static final double WARNING_WEIGHS = 50.0;

  private final Model model;

  Tellings(Model model) {
    this.model = model;
  }

  Verdict tell(Reading reading, Features features, Level level, double score, String readerTag,
      Optional<Sighting> sighting) {
    var said = said(reading);
    var asks = level == Level.CLEAR ? List.<Ask>of() : asks(reading, features, said, sighting);
    var pressure = said.stream()
        .filter(c -> c.kind() == Concept.Kind.PRESSURE)
        .map(Words::of)
        .toList();
    var tongue = reading.tongues().best();
    var advice = Advices.of(level, asks, readerTag);
    var found = level == Level.CLEAR ? Reasons.notes(reading) : Reasons.of(reading, asks);
    var evidence = sighting.map(seen -> Reasons.with(seen, found)).orElse(found);
    return new Verdict(level, score, asks, pressure.isEmpty() ? "none" : pressure.get(0),
        route(said), persona(reading, said), pressure,
        evidence, advice, tongue.map(Tongue::tag).orElse("und"), tongue.isPresent());
  }

  private List<Ask> asks(Reading reading, Features features, Set<Concept> said,
      Optional<Sighting> sighting) {
    var points = points(reading, features, said);
    sighting.ifPresent(seen -> seen.notice()
        .asks()
        .forEach(ask -> points.merge(ask, WARNING_WEIGHS, Double::sum)));
    var ranked = points.entrySet()
        .stream()
        .sorted(Map.Entry.<Ask, Double>comparingByValue().reversed())
        .toList();
    var first = ranked.get(0);
    var second = ranked.get(1);
    var close = first.getValue() - second.getValue() <= SECOND_WITHIN;
    return close ? List.of(first.getKey(), second.getKey()) : List.of(first.getKey());
  }

  private Map<Ask, Double> points(Reading reading, Features features, Set<Concept> said) {
    var rules = Asks.pointsFor(said);
    var points = new EnumMap<Ask, Double>(Ask.class);
    for (var ask : Ask.ALL)
      points.put(ask, model.ask(ask, features) + RULES_WEIGH * rules.getOrDefault(ask, 0.0));
    for (var line : reading.lines()) {
      for (var link : line.links()) {
        if (link.purpose() == Purpose.DEVICE_LINK) points.merge(Ask.DEVICE_LINK, 50.0, Double::sum);
        if (link.purpose() == Purpose.WEB_LOGIN)
          points.merge(Ask.SESSION_APPROVAL, 20.0, Double::sum);
        if (link.purpose() == Purpose.CODE_SETUP) points.merge(Ask.OTHER_SECRET, 20.0, Double::sum);
      }
    }
    return points;
  }

  private static Set<Concept> said(Reading reading) {
    var said = EnumSet.noneOf(Concept.class);
    for (var line : reading.lines())
      if (!line.mine()) line.hits().forEach(h -> said.add(h.concept()));
    return said;
  }

  private static Route route(Set<Concept> said) {
    for (var route : Route.values())
      if (said.contains(route.sign())) return route;
    return Route.NONE;
  }

  private static Persona persona(Reading reading, Set<Concept> said) {
    if (reading.pose().persona() != Persona.NONE) return reading.pose().persona();
    if (reading.sender().isContact()) return Persona.KNOWN_CONTACT;
    if (said.contains(Concept.BOT)) return Persona.APP_BOT;
    if (said.contains(Concept.SUPPORT)) return Persona.APP_SUPPORT;
    if (said.contains(Concept.AUTHORITY)) return Persona.AUTHORITY;
    if (said.contains(Concept.HELPLINE)) return Persona.HELPLINE;
    if (said.contains(Concept.WORKIT)) return Persona.WORK_IT;
    return reading.sender().inGroup() ? Persona.GROUP : Persona.NONE;
  }

  /// Names of pressure, as verdicts tell them.
  static final class Words {
    private static final Map<Concept, String> NAMES = names();

    private Words() {}

    static String of(Concept concept) {
      return NAMES.getOrDefault(concept, concept.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Map<Concept, String> names() {
      var names = new EnumMap<Concept, String>(Concept.class);
      names.put(Concept.LOSS, "loss-of-data");
      names.put(Concept.BAN, "ban-or-closure");
      names.put(Concept.SUSPICIOUS, "suspicious-activity");
      names.put(Concept.MUST, "mandatory-policy");
      names.put(Concept.HELP, "favour-or-hurry");
      names.put(Concept.PAY, "billing");
      return names;
    }
  }

  static List<Evidence> sorted(List<Evidence> evidence) {
    var sorted = new ArrayList<>(evidence);
    sorted.sort(Comparator.comparingInt(Evidence::turn)
        .thenComparingInt(Evidence::start)
        .thenComparing(Evidence::what));
    return sorted;
  }
}

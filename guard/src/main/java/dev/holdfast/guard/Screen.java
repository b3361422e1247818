package dev.holdfast.guard;

import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.lexicon.Tongue;
import dev.holdfast.guard.link.Purpose;
import dev.holdfast.guard.model.Features;
import dev.holdfast.guard.model.Model;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.thread.Reader;
import dev.holdfast.guard.thread.Reading;
import dev.holdfast.guard.warning.Notices;
import dev.holdfast.guard.warning.Sighting;
import java.util.Optional;

/// Judges conversations. Pure: the same conversation gives the same verdict, and nothing leaves or
/// is kept. Safe for use by several threads; making one takes a moment, so make it once.
public final class Screen {
  private final Model model;
  private final Reader reader;
  private final Tellings tellings;
  private final Notices notices;

  private Screen(Model model, Reader reader, Notices notices) {
    this.model = model;
    this.reader = reader;
    this.tellings = new Tellings(model);
    this.notices = notices;
  }

  /// A screen with the model that is packed into the jar.
  public static Screen packed() {
    return of(Model.packed());
  }

  /// A screen with some model.
  public static Screen of(Model model) {
    return new Screen(model, new Reader(Lexicon.load()), Notices.NONE);
  }

  /// The same screen with other warnings of desks; it takes no time to make.
  public Screen with(Notices others) {
    return new Screen(model, reader, others);
  }

  /// Judges a conversation as it stands.
  ///
  /// @param conversation at least one turn, else the verdict is clear
  /// @return with advice in the language of the conversation
  public Verdict judge(Conversation conversation) {
    var reading = reader.read(conversation);
    return judge(reading, reading.tongues().best().map(Tongue::tag).orElse("en"));
  }

  /// Judges a conversation as it stands.
  ///
  /// @param conversation at least one turn, else the verdict is clear
  /// @param readerTag the language to give advice in, see [Advice#sentence(String, String)]
  public Verdict judge(Conversation conversation, String readerTag) {
    return judge(reader.read(conversation), readerTag);
  }

  private Verdict judge(Reading reading, String readerTag) {
    var features = Features.of(reading);
    var lure = model.lure(features);
    var sighting = notices.in(reading);
    var level = warned(sighting) ? Level.DANGER : level(reading, features, lure);
    var score = level == Level.DANGER ? Math.max(lure, model.mix().danger()) : lure;
    return tellings.tell(reading, features, level, score, readerTag, sighting);
  }

  /// Whoever quotes a lure talks about it: that alone is a note, not danger.
  private static boolean warned(Optional<Sighting> sighting) {
    return sighting.isPresent() && !sighting.get().quoted();
  }

  private Level level(Reading reading, Features features, double lure) {
    var weight = heaviest(reading);
    if (weight == Purpose.Weight.DANGER || lure >= model.mix().danger()) return Level.DANGER;
    if (lure >= model.mix().caution()
        || (weight == Purpose.Weight.SUSPECT && !reading.sender().isContact()))
      return Level.CAUTION;
    return model.soft(features) >= model.mix().soft() ? Level.CAUTION : Level.CLEAR;
  }

  private static Purpose.Weight heaviest(Reading reading) {
    var heaviest = Purpose.Weight.PLAIN;
    for (var line : reading.lines()) {
      for (var link : line.links()) {
        var weight = link.purpose().weight();
        if (weight.compareTo(heaviest) > 0 && link.purpose() != Purpose.CALL_FORWARDING)
          heaviest = weight;
      }
    }
    return heaviest;
  }
}

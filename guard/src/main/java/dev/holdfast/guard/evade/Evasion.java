package dev.holdfast.guard.evade;

import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A way to disguise what the other side wrote. The same seed gives the same disguise. People can
/// still read the result; a judgement worth having survives it.
public enum Evasion {
  /// Letters replaced by look-alikes of another alphabet.
  HOMOGLYPH,
  /// Characters without a glyph between letters.
  ZERO_WIDTH,
  /// Words with a gap or dot after each letter.
  SPACING,
  /// Digits for letters.
  LEET,
  /// Letters of styled alphabets.
  STYLED,
  /// Each message cut into several.
  SPLIT,
  /// Letters swapped, dropped or doubled.
  TYPOS,
  /// Emoji strewn between words.
  EMOJI,
  /// Words of other languages strewn in.
  MIXED_LANGUAGE,
  /// Sentences in another order.
  REORDER;

  /// All of them.
  public static final List<Evasion> ALL = List.of(values());

  /// Disguises all turns of the other side; the protected person's stay as they are.
  ///
  /// @param seed any number
  public Conversation apply(Conversation conversation, long seed) {
    var random = new Random(seed * 31 + name().hashCode());
    var turns = new ArrayList<Turn>();
    for (var turn : conversation.turns()) {
      if (turn.from() == Turn.From.ME) turns.add(turn);
      else if (this == SPLIT) turns.addAll(split(turn, random));
      else
        turns.add(new Turn(turn.from(), disguise(turn.text(), random), turn.attachments()));
    }
    return new Conversation(conversation.app(), conversation.sender(), turns);
  }

  /// Disguises one text; [#SPLIT] leaves it as it is.
  public String disguise(String text, Random random) {
    return switch (this) {
      case HOMOGLYPH -> Letters.lookAlikes(text, random);
      case ZERO_WIDTH -> Letters.strewn(text, random);
      case LEET -> Letters.leet(text, random);
      case STYLED -> Letters.styled(text, random);
      case SPACING -> Wording.spaced(text, random);
      case TYPOS -> Wording.typos(text, random);
      case EMOJI -> Wording.sprinkled(text, random, Wording.EMOJI);
      case MIXED_LANGUAGE -> Wording.sprinkled(text, random, Wording.FILLERS);
      case REORDER -> Wording.reordered(text, random);
      case SPLIT -> text;
    };
  }

  private static List<Turn> split(Turn turn, Random random) {
    var parts = new ArrayList<Turn>();
    var words = turn.text().split(" ", -1);
    var pieces = Math.min(words.length, 2 + random.nextInt(3));
    for (var i = 0; i < pieces; i++) {
      var part = List.of(words).subList(i * words.length / pieces, (i + 1) * words.length / pieces);
      parts.add(
          new Turn(turn.from(), String.join(" ", part), i == 0 ? turn.attachments() : List.of()));
    }
    return parts;
  }
}

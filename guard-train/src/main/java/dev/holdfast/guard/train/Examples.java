package dev.holdfast.guard.train;

import dev.holdfast.guard.evade.Evasion;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.model.Features;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.thread.Reader;
import java.util.ArrayList;
import java.util.List;

/// Turns items into examples, some of them disguised or told by another sender.
final class Examples {
  private final Reader reader = new Reader(Lexicon.load());

  Features features(Conversation conversation) {
    return Features.of(reader.read(conversation));
  }

  /// The item as it stands.
  Example plain(Item item) {
    return new Example(item, features(item.conversation()), weight(item), false);
  }

  /// The item and its variations for training.
  List<Example> varied(Item item, long seed) {
    var examples = new ArrayList<Example>();
    examples.add(plain(item));
    if (item.isHam()) return examples;
    var evasion = Evasion.ALL.get((int) Math.floorMod(seed * 7919, (long) Evasion.ALL.size()));
    examples.add(vary(item, evasion.apply(item.conversation(), seed)));
    if (item.isLure()) examples.add(vary(item, nameless(item.conversation())));
    return examples;
  }

  private Example vary(Item item, Conversation other) {
    return new Example(item.with(other), features(other), weight(item) * 0.5f, true);
  }

  private static Conversation nameless(Conversation c) {
    var s = c.sender();
    return new Conversation(c.app(), new Sender("", s.isContact(), s.firstMessage(), s.inGroup()),
        c.turns());
  }

  private static float weight(Item item) {
    if (item.isLure()) return 1f;
    return item.isHam() ? 0.6f : 1.6f;
  }
}

package dev.holdfast.guard.train;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.talk.Conversation;
import java.util.List;

/// One labelled conversation.
///
/// @param source `lures`, `negatives`, or the name of a public set
/// @param language BCP 47 tag
/// @param group family of a lure, kind of a negative, near-duplicate group of a message
/// @param level highest level allowed for a negative; -1 for a lure
/// @param asks what a lure asks for, most important first
/// @param conversation the conversation itself
record Item(String source, String language, String group, int level, List<Ask> asks,
    Conversation conversation) {
  boolean isLure() {
    return level < 0;
  }

  boolean isHam() {
    return !source.equals("lures") && !source.equals("negatives");
  }

  Item with(Conversation other) {
    return new Item(source, language, group, level, asks, other);
  }
}

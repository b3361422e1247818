package dev.holdfast.client.watch;

import dev.holdfast.guard.talk.Turn.Attachment;
import java.util.List;

/// Something that happened in a conversation.
///
/// @param kind what
/// @param mine whether the account's owner did it
/// @param sent when, ms since 1970, as the sender says
/// @param target which message an edit or deletion is about, 0 otherwise
/// @param text its words
/// @param attachments what was read in pictures, previews, cards and quotes
record Entry(Kind kind, boolean mine, long sent, long target, String text,
    List<Attachment> attachments) {
  enum Kind {
    MESSAGE, EDIT, DELETE;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Entry { attachments = List.copyOf(attachments); }

  Entry withText(String other) {
    return new Entry(kind, mine, sent, target, other, List.of());
  }
}

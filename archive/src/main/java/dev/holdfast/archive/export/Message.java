package dev.holdfast.archive.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One message as a person sees it.
///
/// @param note what it is if it is not plain text: a call, a sticker, a change of the group; empty
///          for ordinary messages
/// @param earlier versions of an edited message, oldest first
/// @param expires when Signal would have deleted it
record Message(long chat, String author, boolean mine, Instant sentAt, String text, String note,
    Optional<Quote> quote,
    List<Attachment> attachments, List<Reaction> reactions, List<Version> earlier,
    Optional<Instant> expires) {
  Message {
    attachments = List.copyOf(attachments);
    reactions = List.copyOf(reactions);
    earlier = List.copyOf(earlier);
  }

  /// What a message answers.
  record Quote(String author, String text) {}

  record Reaction(String emoji, String author) {}

  record Version(Instant sentAt, String text) {}
}

package dev.holdfast.archive.export;

import dev.holdfast.archive.signal.WireReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a ChatItem into a [Message]; fields it does not know are passed over.
final class MessageReader {
  private final Directory directory;
  private final MediaFiles media;

  MessageReader(Directory directory, MediaFiles media) {
    this.directory = directory;
    this.media = media;
  }

  /// Everything that is gathered while one ChatItem is walked.
  private static final class Draft {
    long chat;
    long author;
    boolean mine;
    long sentAt;
    long expireStart;
    long expiresIn;
    String text = "";
    String note = "";
    Optional<Message.Quote> quote = Optional.empty();
    final List<Attachment> attachments = new ArrayList<>();
    final List<Message.Reaction> reactions = new ArrayList<>();
    final List<Message.Version> earlier = new ArrayList<>();
  }

  Message read(WireReader item) throws IOException {
    var draft = new Draft();
    while (item.next())
      field(item, draft);
    Optional<Instant> expires = draft.expireStart > 0 && draft.expiresIn > 0
        ? instant(draft.expireStart + draft.expiresIn)
        : Optional.empty();
    return new Message(draft.chat, draft.mine ? directory.owner() : directory.name(draft.author),
        draft.mine,
        instant(draft.sentAt).orElse(Instant.EPOCH), draft.text, draft.note, draft.quote,
        draft.attachments, draft.reactions,
        draft.earlier, expires);
  }

  private void field(WireReader item, Draft draft) throws IOException {
    switch (item.number()) {
      case 1 -> draft.chat = item.varint();
      case 2 -> draft.author = item.varint();
      case 3 -> draft.sentAt = item.varint();
      case 4 -> draft.expireStart = item.varint();
      case 5 -> draft.expiresIn = item.varint();
      case 6 -> draft.earlier.add(version(item.message()));
      case 9 -> draft.mine = true;
      case 11 -> standard(item.message(), draft);
      case 12 -> noted("contact card", item.message(), 2, draft);
      case 13 -> sticker(item.message(), draft);
      case 14 -> draft.note = "deleted by the sender";
      case 15 -> draft.note = Notes.update(item.message());
      case 16 -> draft.note = "payment";
      case 17 -> draft.note = "gift badge";
      case 18 -> viewOnce(item.message(), draft);
      case 19 -> storyReply(item.message(), draft);
      case 20 -> poll(item.message(), draft);
      case 22 -> draft.note = "deleted by an administrator";
      default -> {
      }
    }
  }

  private Message.Version version(WireReader item) throws IOException {
    var earlier = read(item);
    return new Message.Version(earlier.sentAt(), earlier.text());
  }

  private void standard(WireReader message, Draft draft) throws IOException {
    while (message.next()) {
      switch (message.number()) {
        case 1 -> draft.quote = Optional.of(quote(message.message()));
        case 2 -> draft.text = Body.read(message.message(), directory);
        case 3 -> attachment(message.message(), draft);
        case 5 -> draft.attachments.add(media.attachment(message.message()));
        case 6 -> draft.reactions.add(reaction(message.message()));
        default -> {
        }
      }
    }
  }

  private void noted(String note, WireReader message, int reactions, Draft draft) {
    draft.note = note;
    while (message.next())
      if (message.number() == reactions && message.isBytes())
        draft.reactions.add(reaction(message.message()));
  }

  private void sticker(WireReader message, Draft draft) {
    while (message.next()) {
      if (message.number() == 1 && message.isBytes()) draft.note = Notes.sticker(message.message());
      if (message.number() == 2 && message.isBytes())
        draft.reactions.add(reaction(message.message()));
    }
  }

  private void viewOnce(WireReader message, Draft draft) throws IOException {
    draft.note = "view-once message";
    while (message.next()) {
      if (message.number() == 1 && message.isBytes()) attachment(message.message(), draft);
      if (message.number() == 2 && message.isBytes())
        draft.reactions.add(reaction(message.message()));
    }
  }

  private void storyReply(WireReader message, Draft draft) throws IOException {
    draft.note = "reply to a story";
    while (message.next()) {
      switch (message.number()) {
        case 1 -> storyText(message.message(), draft);
        case 2 -> draft.text = message.text();
        case 3 -> draft.reactions.add(reaction(message.message()));
        default -> {
        }
      }
    }
  }

  private void storyText(WireReader reply, Draft draft) throws IOException {
    while (reply.next()) {
      if (reply.number() == 1 && reply.isBytes())
        draft.text = Body.read(reply.message(), directory);
      if (reply.number() == 2 && reply.isBytes())
        draft.attachments.add(media.attachment(reply.message()));
    }
  }

  private void poll(WireReader poll, Draft draft) {
    draft.note = "poll";
    draft.text = Notes.poll(poll);
  }

  private void attachment(WireReader attachment, Draft draft) throws IOException {
    while (attachment.next())
      if (attachment.number() == 1 && attachment.isBytes())
        draft.attachments.add(media.attachment(attachment.message()));
  }

  private Message.Quote quote(WireReader quote) {
    long author = 0;
    String text = "";
    while (quote.next()) {
      if (quote.number() == 2 && quote.isVarint()) author = quote.varint();
      if (quote.number() == 3 && quote.isBytes()) text = Body.read(quote.message(), directory);
    }
    return new Message.Quote(directory.name(author), text);
  }

  private Message.Reaction reaction(WireReader reaction) {
    String emoji = "";
    long author = 0;
    while (reaction.next()) {
      if (reaction.number() == 1 && reaction.isBytes()) emoji = reaction.text();
      if (reaction.number() == 2 && reaction.isVarint()) author = reaction.varint();
    }
    return new Message.Reaction(emoji, directory.name(author));
  }

  /// Times beyond what a calendar can show come from damaged phones and are left out.
  private static Optional<Instant> instant(long milliseconds) {
    return milliseconds >= 0 && milliseconds < 8_640_000_000_000_000L
        ? Optional.of(Instant.ofEpochMilli(milliseconds))
        : Optional.empty();
  }
}

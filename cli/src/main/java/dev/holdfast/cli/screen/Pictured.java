package dev.holdfast.cli.screen;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import dev.holdfast.picture.Bubble;
import dev.holdfast.picture.ChatPicture;
import dev.holdfast.picture.PictureException;
import dev.holdfast.picture.Pictures;
import dev.holdfast.picture.Tesseract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Conversations and QR codes from picture files.
final class Pictured {
  private Pictured() {}

  /// The chat that a screenshot shows.
  ///
  /// @param sender whose name the screenshot's header gives unless it is known
  static Conversation conversation(Path image, String app, Sender sender) {
    var chat = reading(() -> new Pictures(Tesseract.installed()).read(image));
    var name = sender.profileName().isEmpty() ? chat.name() : sender.profileName();
    return new Conversation(app,
        new Sender(name, sender.isContact(), sender.firstMessage(), sender.inGroup()),
        turns(chat));
  }

  /// What the QR codes of a picture hold.
  static List<String> payloads(Path image) {
    return reading(() -> Pictures.payloads(image));
  }

  /// QR codes make a turn of the other side: whose they are does not show.
  private static List<Turn> turns(ChatPicture chat) {
    var turns = new ArrayList<Turn>();
    for (var bubble : chat.turns())
      turns.add(turn(bubble, List.of()));
    if (!chat.payloads().isEmpty())
      turns.add(turn(new Bubble(false, "", ""),
          List.of(new Turn.Attachment("", chat.payloads()))));
    return turns;
  }

  private static Turn turn(Bubble bubble, List<Turn.Attachment> attachments) {
    return new Turn(bubble.mine() ? Turn.From.ME : Turn.From.THEM, bubble.text(), attachments);
  }

  private static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (PictureException e) {
      throw new ClientException(kind(e), String.valueOf(e.getMessage()), e.hint(), e);
    }
  }

  private static Kind kind(PictureException failure) {
    return switch (failure.kind()) {
      case ABSENT, NO_READER -> Kind.ABSENT;
      case UNREADABLE -> Kind.DAMAGED;
      case READER_FAILED -> Kind.REFUSED;
    };
  }
}

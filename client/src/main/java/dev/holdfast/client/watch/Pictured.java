package dev.holdfast.client.watch;

import dev.holdfast.guard.talk.Turn;
import dev.holdfast.picture.PictureException;
import dev.holdfast.picture.Pictures;
import dev.holdfast.signalcli.Content;
import dev.holdfast.signalcli.Daemon;
import dev.holdfast.signalcli.SignalCliException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What hangs on a message, in words: previews, cards, quotes, and what pictures hold.
public final class Pictured {
  private static final long MOST_BYTES = 16L << 20;

  private final Daemon daemon;
  private final Optional<Pictures> reader;

  /// @param daemon gives the files
  /// @param reader reads words; without one only QR codes are read
  public Pictured(Daemon daemon, Optional<Pictures> reader) {
    this.daemon = daemon;
    this.reader = reader;
  }

  List<Turn.Attachment> attachments(Content.Message message, String from) {
    var attachments = new ArrayList<Turn.Attachment>();
    message.links().forEach(link -> attachments.add(new Turn.Attachment(link, List.of())));
    message.cards().forEach(card -> attachments.add(new Turn.Attachment(card, List.of())));
    for (var file : message.attachments())
      if (file.contentType().startsWith("image/") && !file.id().isEmpty()
          && file.size() <= MOST_BYTES)
        image(file, message, from).ifPresent(attachments::add);
    return attachments;
  }

  /// A picture that cannot be had or read says nothing.
  private Optional<Turn.Attachment> image(Content.Attachment file, Content.Message message,
      String from) {
    try {
      var params = new HashMap<String, Object>(Map.of("id", file.id()));
      params.put(message.group().isEmpty() ? "recipient" : "groupId",
          message.group().isEmpty() ? from : message.group());
      var data = daemon.call("getAttachment", params).path("data").asText("");
      return Optional.of(read(Base64.getMimeDecoder().decode(data)));
    } catch (SignalCliException | PictureException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Turn.Attachment read(byte[] picture) {
    if (reader.isEmpty()) return new Turn.Attachment("", Pictures.payloads(picture));
    var chat = reader.get().read(picture);
    var words = new StringBuilder();
    chat.turns().forEach(bubble -> words.append(bubble.text()).append('\n'));
    return new Turn.Attachment(words.toString().strip(), chat.payloads());
  }
}

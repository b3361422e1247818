package dev.holdfast.signalcli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.signalcli.Content.Attachment;
import dev.holdfast.signalcli.Content.Message;
import java.util.ArrayList;
import java.util.List;

/// Reads envelopes: absent, null and empty all mean that there is none, and what is unknown is
/// passed over.
final class Contents {
  private Contents() {}

  static Content of(JsonNode envelope, JsonNode exception) {
    var data = Event.object(envelope, "dataMessage");
    if (!data.isMissingNode()) return received(data);
    var edit = Event.object(envelope, "editMessage");
    if (!edit.isMissingNode())
      return new Content.Edited(edit.path("targetSentTimestamp").asLong(0),
          message(edit.path("dataMessage")));
    var sent = Event.object(Event.object(envelope, "syncMessage"), "sentMessage");
    if (!sent.isMissingNode()) return sent(sent);
    return exception.isObject()
        ? new Content.Unreadable(Event.text(exception, "type"))
        : new Content.Other();
  }

  private static Content received(JsonNode data) {
    var deleted = Event.object(data, "remoteDelete");
    if (!deleted.isMissingNode())
      return new Content.Deleted(deleted.path("timestamp").asLong(0), group(data));
    return new Content.Received(message(data));
  }

  private static Content sent(JsonNode sent) {
    var to = Event.first(sent, "destinationUuid", "destinationNumber", "destination");
    var edit = Event.object(sent, "editMessage");
    return edit.isMissingNode()
        ? new Content.Sent(to, 0, message(sent))
        : new Content.Sent(to, edit.path("targetSentTimestamp").asLong(0),
            message(edit.path("dataMessage")));
  }

  private static Message message(JsonNode data) {
    return new Message(Event.text(data, "message"), Event.text(data.path("quote"), "text"),
        group(data), Event.text(data.path("groupInfo"), "groupName"), links(data), cards(data),
        attachments(data));
  }

  private static String group(JsonNode data) {
    return Event.text(data.path("groupInfo"), "groupId");
  }

  private static List<String> links(JsonNode data) {
    var links = new ArrayList<String>();
    for (var preview : data.path("previews"))
      links.add(String.join(" ", Event.text(preview, "url"), Event.text(preview, "title"),
          Event.text(preview, "description")).strip());
    return links;
  }

  private static List<String> cards(JsonNode data) {
    var cards = new ArrayList<String>();
    for (var card : data.path("contacts")) {
      var words = new ArrayList<String>();
      for (var part : List.of("given", "middle", "family", "nickname"))
        words.add(Event.text(card.path("name"), part));
      for (var phone : card.path("phone"))
        words.add(Event.text(phone, "value"));
      words.add(Event.text(card, "organization"));
      cards.add(String.join(" ", words).replaceAll("\\s+", " ").strip());
    }
    return cards;
  }

  private static List<Attachment> attachments(JsonNode data) {
    var attachments = new ArrayList<Attachment>();
    for (var file : data.path("attachments"))
      attachments.add(new Attachment(Event.text(file, "contentType"), Event.text(file, "id"),
          file.path("size").asLong(0)));
    return attachments;
  }
}

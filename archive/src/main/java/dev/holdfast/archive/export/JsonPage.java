package dev.holdfast.archive.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// JSON Lines: a message a line. Times are ISO 8601 in UTC.
final class JsonPage implements ChatPage {
  private final JsonFactory json = new JsonFactory();

  @Override
  public String ending() {
    return ".jsonl";
  }

  @Override
  public int limit() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String begin(String title, int page, String previous) {
    return "";
  }

  @Override
  public String message(Message message) {
    return line(out -> {
      out.writeStringField("sentAt", message.sentAt().toString());
      out.writeStringField("author", message.author());
      out.writeBooleanField("mine", message.mine());
      out.writeStringField("text", message.text());
      if (!message.note().isEmpty()) out.writeStringField("note", message.note());
      if (message.quote().isPresent()) quote(out, message.quote().get());
      if (message.expires().isPresent())
        out.writeStringField("expires", message.expires().get().toString());
      attachments(out, message.attachments());
      reactions(out, message.reactions());
      earlier(out, message.earlier());
    });
  }

  private static void quote(JsonGenerator out, Message.Quote quote) throws IOException {
    out.writeObjectFieldStart("quote");
    out.writeStringField("author", quote.author());
    out.writeStringField("text", quote.text());
    out.writeEndObject();
  }

  private static void attachments(JsonGenerator out, List<Attachment> attachments)
      throws IOException {
    out.writeArrayFieldStart("attachments");
    for (var attachment : attachments) {
      out.writeStartObject();
      out.writeStringField("type", attachment.kind());
      if (!attachment.name().isEmpty()) out.writeStringField("name", attachment.name());
      if (attachment.path().isPresent()) out.writeStringField("path", attachment.path().get());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void reactions(JsonGenerator out, List<Message.Reaction> reactions)
      throws IOException {
    out.writeArrayFieldStart("reactions");
    for (var reaction : reactions) {
      out.writeStartObject();
      out.writeStringField("emoji", reaction.emoji());
      out.writeStringField("author", reaction.author());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void earlier(JsonGenerator out, List<Message.Version> versions)
      throws IOException {
    out.writeArrayFieldStart("earlier");
    for (var version : versions) {
      out.writeStartObject();
      out.writeStringField("sentAt", version.sentAt().toString());
      out.writeStringField("text", version.text());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  @Override
  public String end(String next) {
    return "";
  }

  @Override
  public Overview overview(List<Entry> chats) {
    var lines = new StringBuilder();
    for (var chat : chats) {
      lines.append(line(out -> {
        out.writeStringField("title", chat.title());
        out.writeStringField("path", chat.path());
        out.writeNumberField("messages", chat.messages());
      }));
    }
    return new Overview("index.jsonl", lines.toString());
  }

  /// Writes the fields of one object.
  private interface Fields {
    void write(JsonGenerator out) throws IOException;
  }

  private String line(Fields fields) {
    var text = new StringWriter();
    try (var out = json.createGenerator(text)) {
      out.writeStartObject();
      fields.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.append('\n').toString();
  }
}

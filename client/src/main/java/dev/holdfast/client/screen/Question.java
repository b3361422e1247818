package dev.holdfast.client.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One line of a batch.
///
/// @param id given back as it came, null included
/// @param conversation what is to be judged
record Question(JsonNode id, Conversation conversation) {
  private static final ObjectReader TREES = JsonMapper.builder()
      .build()
      .readerFor(JsonNode.class)
      .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /// Reads a line. Unknown keys are passed over; a sender of which nothing is said is a stranger.
  ///
  /// @throws BadLineException if it is not as described; says what was expected, quotes nothing
  static Question read(byte[] line) {
    var tree = tree(line);
    if (!tree.isObject()) throw new BadLineException("a JSON object was expected");
    var id = tree.path("id");
    if (id.isContainerNode()) throw new BadLineException("\"id\" has to be a text or a number");
    var conversation = new Conversation(text(tree.path("app"), "app"), sender(tree.path("sender")),
        turns(tree.path("turns")));
    return new Question(id.isMissingNode() ? NullNode.getInstance() : id, conversation);
  }

  private static JsonNode tree(byte[] line) {
    try {
      return TREES.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadLineException("it is not JSON in UTF-8");
    } catch (IOException e) {
      throw new BadLineException("it is not text in UTF-8");
    }
  }

  private static Sender sender(JsonNode sender) {
    if (sender.isMissingNode() || sender.isNull()) return new Sender("", false, false, false);
    if (!sender.isObject()) throw new BadLineException("\"sender\" has to be an object");
    return new Sender(text(sender.path("profileName"), "profileName"), flag(sender, "isContact"),
        flag(sender, "firstMessage"), flag(sender, "inGroup"));
  }

  private static boolean flag(JsonNode sender, String name) {
    var value = sender.path(name);
    if (value.isMissingNode() || value.isNull()) return false;
    if (!value.isBoolean()) throw new BadLineException("\"" + name + "\" has to be true or false");
    return value.booleanValue();
  }

  private static List<Turn> turns(JsonNode list) {
    if (!list.isArray()) throw new BadLineException("\"turns\" has to be a list");
    var turns = new ArrayList<Turn>(list.size());
    for (var turn : list)
      turns.add(new Turn(from(turn.path("from")), text(turn.path("text"), "text"), List.of()));
    return turns;
  }

  private static Turn.From from(JsonNode from) {
    return switch (from.isTextual() ? from.textValue() : "") {
      case "them" -> Turn.From.THEM;
      case "me" -> Turn.From.ME;
      default -> throw new BadLineException("\"from\" has to be \"them\" or \"me\"");
    };
  }

  private static String text(JsonNode value, String name) {
    if (value.isMissingNode() || value.isNull()) return "";
    if (!value.isTextual()) throw new BadLineException("\"" + name + "\" has to be a text");
    return value.textValue();
  }

  /// A line that is not as described.
  static final class BadLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadLineException(String expected) {
      super(expected);
    }
  }
}

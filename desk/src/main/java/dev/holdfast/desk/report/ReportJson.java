package dev.holdfast.desk.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reports as JSON. Reading forgives what is missing, null or unknown, and refuses what is of the
/// wrong shape with a sentence; writing gives one form for one report.
public final class ReportJson {
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_LIST = 2_000;
  private static final Set<String> MINE = Set.of("me", "mine", "self", "user", "victim", "target",
      "reporter");
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
      .build()).build();

  private ReportJson() {}

  /// Reads one line.
  public static Reading read(String line) {
    try {
      var node = JSON.readTree(line);
      if (node == null || !node.isObject()) return aside("expected a JSON object");
      return new Reading.Read(report(node));
    } catch (JsonProcessingException e) {
      return aside("this is not JSON");
    } catch (IllegalArgumentException e) {
      return aside(String.valueOf(e.getMessage()));
    }
  }

  private static Reading.Aside aside(String reason) {
    return new Reading.Aside(reason);
  }

  private static Report report(JsonNode node) {
    var id = text(node, "id");
    if (id.isEmpty()) throw new IllegalArgumentException("a report needs an \"id\"");
    return new Report(id, moment(node, "at"), text(node, "app"), sender(node.path("sender")),
        text(node, "lang").toLowerCase(Locale.ROOT), turns(node.path("turns")),
        texts(node, "links"), texts(node, "qr"), image(node.path("image")),
        String.join(",", texts(node, "community")));
  }

  private static Report.Sender sender(JsonNode node) {
    if (absent(node)) return Report.Sender.UNKNOWN;
    if (node.isValueNode()) return new Report.Sender(node.asText().strip(), "", "");
    expect(node.isObject(), "sender", "an object");
    return new Report.Sender(text(node, "id"), text(node, "number"), text(node, "name"));
  }

  private static List<Report.Turn> turns(JsonNode node) {
    if (absent(node)) return List.of();
    expect(node.isArray() && node.size() <= LONGEST_LIST, "turns", "a list");
    var turns = new ArrayList<Report.Turn>();
    for (var turn : node) {
      if (turn.isTextual()) turns.add(new Report.Turn(false, turn.asText(), null));
      else if (!turn.isNull()) turns.add(turn(turn));
    }
    return turns;
  }

  private static Report.Turn turn(JsonNode node) {
    expect(node.isObject(), "turns", "a list of objects");
    var from = text(node, "from").toLowerCase(Locale.ROOT);
    return new Report.Turn(MINE.contains(from), raw(node, "text"), moment(node, "at"));
  }

  private static Report.@Nullable Image image(JsonNode node) {
    if (absent(node)) return null;
    expect(node.isObject(), "image", "an object");
    var pdq = text(node, "pdq").toLowerCase(Locale.ROOT);
    expect(pdq.isEmpty() || pdq.matches("[0-9a-f]{64}"), "image.pdq", "64 hex digits");
    return new Report.Image(pdq, size(node, "width"), size(node, "height"));
  }

  private static int size(JsonNode node, String field) {
    var value = node.path(field);
    if (absent(value)) return 0;
    var told = value.asText().strip();
    expect(told.matches("\\d{1,6}(\\.0+)?"), "image." + field, "a number of pixels");
    return (int) Double.parseDouble(told);
  }

  private static Report.@Nullable Moment moment(JsonNode node, String field) {
    var told = text(node, field);
    if (told.isEmpty()) return null;
    return Moments.of(told)
        .orElseThrow(() -> new IllegalArgumentException(
            "\"" + field + "\" is no date such as 2026-05-27 or 2026-05-27T08:00:00Z"));
  }

  private static List<String> texts(JsonNode node, String field) {
    var value = node.path(field);
    if (absent(value)) return List.of();
    if (value.isValueNode()) return List.of(text(node, field));
    expect(value.isArray() && value.size() <= LONGEST_LIST, field, "a list");
    var texts = new ArrayList<String>();
    for (var item : value) {
      if (item.isNull()) continue;
      expect(item.isValueNode(), field, "a list of texts");
      texts.add(bounded(item.asText().strip(), field));
    }
    return texts;
  }

  private static String text(JsonNode node, String field) {
    return raw(node, field).strip();
  }

  private static String raw(JsonNode node, String field) {
    var value = node.path(field);
    if (absent(value)) return "";
    expect(value.isValueNode(), field, "a text");
    return bounded(value.asText(), field);
  }

  private static String bounded(String text, String field) {
    expect(text.length() <= LONGEST_TEXT, field, "at most 100,000 characters");
    return text;
  }

  private static void expect(boolean holds, String field, String what) {
    if (!holds) throw new IllegalArgumentException("\"" + field + "\" should be " + what);
  }

  private static boolean absent(JsonNode node) {
    return node.isNull() || node.isMissingNode();
  }

  /// The one form of a report: what is empty is left out.
  public static String write(Report report) {
    var node = JSON.createObjectNode();
    node.put("id", report.id());
    put(node, "at", report.at());
    put(node, "app", report.app());
    var sender = JSON.createObjectNode();
    put(sender, "id", report.sender().id());
    put(sender, "number", report.sender().number());
    put(sender, "name", report.sender().name());
    if (!sender.isEmpty()) node.set("sender", sender);
    put(node, "lang", report.lang());
    var turns = node.putArray("turns");
    for (var turn : report.turns()) {
      var one = turns.addObject().put("from", turn.mine() ? "me" : "them").put("text", turn.text());
      put(one, "at", turn.at());
    }
    report.links().forEach(node.putArray("links")::add);
    report.qr().forEach(node.putArray("qr")::add);
    var image = report.image();
    if (image != null) {
      var one = node.putObject("image");
      put(one, "pdq", image.pdq());
      one.put("width", image.width()).put("height", image.height());
    }
    put(node, "community", report.community());
    return node.toString();
  }

  private static void put(ObjectNode node, String field,
      String text) {
    if (!text.isEmpty()) node.put(field, text);
  }

  private static void put(ObjectNode node, String field,
      Report.@Nullable Moment at) {
    if (at == null) return;
    var told = at.instant().toString();
    node.put(field, at.dayOnly() ? told.substring(0, 10) : told);
  }
}

package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.guard.ask.Ask;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads MISP events, one or a list. What bears no traffic light is taken as AMBER+STRICT: it does
/// not leave.
public final class MispReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MOST_SECONDS = 253_402_300_799L;

  private MispReader() {}

  /// @throws IllegalArgumentException with a sentence, if it is no event
  public static Imported read(byte[] json) {
    var root = tree(json);
    var dossiers = new ArrayList<Dossier>();
    var aside = new ArrayList<String>();
    for (var event : root.isArray() ? root : List.of(root)) {
      try {
        dossiers.add(dossier(event.has("Event") ? event.get("Event") : event));
      } catch (IllegalArgumentException | DateTimeException e) {
        aside.add("event " + (dossiers.size() + aside.size() + 1)
            + " is not as MISP's core format describes it");
      }
    }
    return new Imported(dossiers, aside);
  }

  private static JsonNode tree(byte[] json) {
    try {
      var root = JSON.readTree(json);
      if (root.isArray() || root.has("Event") || root.has("info")) return root;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("expected a MISP event in JSON");
    } catch (IOException e) {
      throw new IllegalArgumentException("the event cannot be read");
    }
    throw new IllegalArgumentException("expected a MISP event in JSON");
  }

  private static Dossier dossier(JsonNode event) {
    var at = seconds(event.path("timestamp"));
    var day = LocalDate.parse(event.path("date").asText())
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
    return new Dossier(UUID.fromString(event.path("uuid").asText()),
        cut(event.path("info").asText()),
        "", at, at, day, tlp(event), asks(event), indicators(event), List.of());
  }

  private static String cut(String info) {
    return info.length() <= 200 ? info : info.substring(0, 200);
  }

  private static Instant seconds(JsonNode time) {
    var text = time.asText();
    if (!text.matches("\\d{1,12}") || Long.parseLong(text) > MOST_SECONDS)
      throw new IllegalArgumentException("a time is given in seconds");
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  private static List<Indicator> indicators(JsonNode event) {
    var found = new ArrayList<Indicator>();
    for (var attribute : event.path("Attribute"))
      indicator(attribute).ifPresent(found::add);
    for (var object : event.path("Object"))
      for (var attribute : object.path("Attribute"))
        indicator(attribute).ifPresent(found::add);
    return found;
  }

  private static Optional<Indicator> indicator(JsonNode attribute) {
    if (attribute.path("deleted").asBoolean(false)) return Optional.empty();
    var kind = MispKinds.kind(attribute.path("type").asText())
        .or(() -> MispKinds.ofRelation(attribute.path("object_relation").asText()));
    return kind.map(k -> new Indicator(k, attribute.path("value").asText()));
  }

  private static List<Ask> asks(JsonNode event) {
    var asks = new ArrayList<Ask>();
    for (var tag : event.path("Tag"))
      Taxonomy.ask(tag.path("name").asText()).ifPresent(asks::add);
    return asks;
  }

  private static Tlp tlp(JsonNode event) {
    var found = new ArrayList<Tlp>();
    for (var tag : event.path("Tag")) {
      var name = tag.path("name").asText();
      if (name.startsWith("tlp:")) Tlp.of(name).ifPresent(found::add);
    }
    return found.stream().reduce(Tlp::and).orElse(Tlp.AMBER_STRICT);
  }
}

package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.desk.name.FixedUuid;
import dev.holdfast.guard.ask.Ask;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads STIX 2.1 bundles: campaigns and intrusion sets with the indicators that point to them, and
/// indicators that point to nothing, together. What bears no marking is taken as AMBER+STRICT: it
/// does not leave.
public final class StixReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> CAMPAIGNS = Set.of("campaign", "intrusion-set");

  private final Map<String, JsonNode> objects = new LinkedHashMap<>();
  private final List<String> aside = new ArrayList<>();
  private final Instant now;

  private StixReader(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /// @param now where a time is missing
  /// @throws IllegalArgumentException with a sentence, if it is no bundle
  public static Imported read(byte[] json, Instant now) {
    var reader = new StixReader(now);
    for (var object : bundle(json).path("objects"))
      reader.objects.put(object.path("id").asText(), object);
    return new Imported(reader.dossiers(), reader.aside);
  }

  private static JsonNode bundle(byte[] json) {
    try {
      var bundle = JSON.readTree(json);
      if (bundle.path("type").asText().equals("bundle")) return bundle;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("expected a STIX 2.1 bundle in JSON");
    } catch (IOException e) {
      throw new IllegalArgumentException("the bundle cannot be read");
    }
    throw new IllegalArgumentException("expected a STIX 2.1 bundle in JSON");
  }

  private List<Dossier> dossiers() {
    var dossiers = new ArrayList<Dossier>();
    var claimed = new LinkedHashSet<String>();
    for (var object : objects.values()) {
      if (!CAMPAIGNS.contains(object.path("type").asText())) continue;
      var indicators = pointing(object.path("id").asText());
      claimed.addAll(indicators);
      taken(object, indicators, dossiers);
    }
    for (var object : objects.values())
      if (object.path("type").asText().equals("indicator")
          && !claimed.contains(object.path("id").asText()))
        taken(object, List.of(object.path("id").asText()), dossiers);
    return dossiers;
  }

  /// Indicators by a relationship; the same in both directions, as tools differ.
  private List<String> pointing(String campaign) {
    var ids = new ArrayList<String>();
    for (var object : objects.values()) {
      if (!object.path("type").asText().equals("relationship")) continue;
      var source = object.path("source_ref").asText();
      var target = object.path("target_ref").asText();
      if (target.equals(campaign) && source.startsWith("indicator--")) ids.add(source);
      if (source.equals(campaign) && target.startsWith("indicator--")) ids.add(target);
    }
    return ids;
  }

  private void taken(JsonNode object, List<String> indicatorIds, List<Dossier> dossiers) {
    var indicators = new ArrayList<Indicator>();
    var tlp = tlp(object);
    try {
      for (var id : indicatorIds) {
        var indicator = objects.get(id);
        if (indicator == null) continue;
        tlp = tlp.and(tlp(indicator));
        indicators.addAll(StixPattern.read(indicator.path("pattern").asText()));
      }
      dossiers.add(dossier(object, tlp, indicators));
    } catch (IllegalArgumentException | DateTimeException e) {
      aside.add("object " + (aside.size() + 1) + " of type " + plain(object.path("type").asText())
          + " is not as STIX 2.1 describes it");
    }
  }

  private static String plain(String type) {
    return type.matches("[a-z-]{1,40}") ? type : "unknown";
  }

  private Dossier dossier(JsonNode object, Tlp tlp, List<Indicator> indicators) {
    var created = time(object.path("created"));
    var modified = time(object.path("modified"));
    var name = object.path("name").asText("");
    return new Dossier(FixedUuid.of(Namespace.OURS, object.path("id").asText()),
        name.isBlank() ? object.path("id").asText() : name, object.path("description").asText(""),
        created, modified.isBefore(created) ? created : modified,
        object.has("first_seen") ? time(object.path("first_seen")) : created, tlp, asks(object),
        indicators, List.of());
  }

  private Instant time(JsonNode time) {
    return time.isTextual() ? Instant.parse(time.asText()).truncatedTo(ChronoUnit.SECONDS) : now;
  }

  private static List<Ask> asks(JsonNode object) {
    var asks = new ArrayList<Ask>();
    for (var label : object.path("labels"))
      Taxonomy.ask(label.asText()).ifPresent(asks::add);
    return asks;
  }

  private static Tlp tlp(JsonNode object) {
    var found = new ArrayList<Tlp>();
    for (var ref : object.path("object_marking_refs"))
      Tlp.ofMarking(ref.asText()).ifPresent(found::add);
    return found.stream().reduce(Tlp::and).orElse(Tlp.AMBER_STRICT);
  }
}

package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.desk.name.FixedUuid;
import dev.holdfast.kernel.warning.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Dossiers as STIX 2.1: a campaign, its indicators, what to do, translations, and a report that
/// holds them together. The same dossiers give the same bytes.
public final class Stix {
  private static final DateTimeFormatter TIME = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
      .withZone(ZoneOffset.UTC);
  private static final Instant EPOCH_OF_TLP = Instant.parse("2022-10-01T00:00:00Z");
  private static final String TLP_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
  private static final JsonMapper JSON = new JsonMapper();

  private final Publisher publisher;
  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

  private Stix(Publisher publisher) {
    this.publisher = publisher;
  }

  /// All objects, each once, in a fixed order.
  static List<ObjectNode> objects(List<Dossier> dossiers, Publisher publisher) {
    var stix = new Stix(publisher);
    stix.identity(dossiers);
    dossiers.forEach(stix::dossier);
    return List.copyOf(stix.objects.values());
  }

  /// The file of a bundle.
  public static byte[] bundle(List<Dossier> dossiers, Publisher publisher) {
    var root = JSON.createObjectNode().put("type", "bundle");
    var objects = objects(dossiers, publisher);
    root.put("id", "bundle--" + FixedUuid.of(Namespace.OURS, objects.toString()));
    root.putArray("objects").addAll(objects);
    return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void identity(List<Dossier> dossiers) {
    var first = dossiers.stream()
        .map(Dossier::created)
        .min(Instant::compareTo)
        .orElse(EPOCH_OF_TLP);
    add(object("identity", identityId(), first, first)).put("name", publisher.name())
        .put("identity_class", "organization");
  }

  private String identityId() {
    return "identity--" + publisher.id();
  }

  private void marking(Tlp tlp) {
    if (objects.containsKey(tlp.marking())) return;
    var marking = JSON.createObjectNode()
        .put("type", "marking-definition")
        .put("spec_version", "2.1")
        .put("id", tlp.marking())
        .put("created", TIME.format(EPOCH_OF_TLP))
        .put("name", tlp.label());
    marking.putObject("extensions")
        .putObject(TLP_EXTENSION)
        .put("extension_type", "property-extension")
        .put("tlp_2_0", tlp.word());
    add(marking);
  }

  private void dossier(Dossier dossier) {
    marking(dossier.tlp());
    var refs = new ArrayList<String>();
    var campaign = campaign(dossier);
    refs.add(campaign);
    for (var indicator : dossier.indicators())
      refs.addAll(indicator(dossier, indicator, campaign));
    if (!dossier.wordings().isEmpty()) {
      refs.addAll(advice(dossier, campaign));
      for (var wording : dossier.wordings())
        refs.add(translation(dossier, wording, campaign));
    }
    report(dossier, refs);
  }

  private String campaign(Dossier dossier) {
    var campaign = of(dossier, "campaign", "").put("name", dossier.name())
        .put("description", dossier.description())
        .put("first_seen", TIME.format(dossier.firstSeen()));
    if (!dossier.asks().isEmpty())
      dossier.askTags().forEach(campaign.putArray("labels")::add);
    return add(campaign).get("id").asText();
  }

  private List<String> indicator(Dossier dossier, Indicator indicator, String campaign) {
    var object = of(dossier, "indicator", StixPattern.of(indicator))
        .put("name", indicator.kind().word())
        .put("pattern", StixPattern.of(indicator))
        .put("pattern_type", "stix")
        .put("valid_from", TIME.format(dossier.firstSeen()));
    object.putArray("indicator_types").add("malicious-activity");
    var id = add(object).get("id").asText();
    return List.of(id, relation(dossier, id, "indicates", campaign));
  }

  private List<String> advice(Dossier dossier, String campaign) {
    var told = dossier.wordings().getFirst();
    var id = add(of(dossier, "course-of-action", "").put("name", told.title())
        .put("description", told.todo())
        .put("lang", told.language())).get("id").asText();
    return List.of(id, relation(dossier, id, "related-to", campaign));
  }

  private String translation(Dossier dossier, Wording wording, String campaign) {
    var content = of(dossier, "language-content", wording.language()).put("object_ref", campaign)
        .put("object_modified", TIME.format(dossier.modified()));
    content.putObject("contents")
        .putObject(wording.language())
        .put("name", wording.title())
        .put("description", wording.looks() + "\n" + wording.todo());
    return add(content).get("id").asText();
  }

  private void report(Dossier dossier, List<String> refs) {
    var report = of(dossier, "report", "").put("name", dossier.name())
        .put("published", TIME.format(dossier.modified()));
    report.putArray("report_types").add("campaign");
    refs.forEach(report.putArray("object_refs")::add);
    add(report);
  }

  private String relation(Dossier dossier, String source, String type, String target) {
    return add(of(dossier, "relationship", source + type + target).put("relationship_type", type)
        .put("source_ref", source)
        .put("target_ref", target)).get("id").asText();
  }

  private ObjectNode of(Dossier dossier, String type, String part) {
    var id = type + "--" + FixedUuid.of(Namespace.OURS,
        List.of(dossier.id().toString(), type, part)
            .stream()
            .collect(Collectors.joining("\n")));
    var object = object(type, id, dossier.created(), dossier.modified());
    object.putArray("object_marking_refs").add(dossier.tlp().marking());
    return object;
  }

  private ObjectNode object(String type, String id, Instant created, Instant modified) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", id)
        .put("created_by_ref", identityId())
        .put("created", TIME.format(created))
        .put("modified", TIME.format(modified));
  }

  private ObjectNode add(ObjectNode object) {
    objects.putIfAbsent(object.get("id").asText(), object);
    return object;
  }
}

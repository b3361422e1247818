package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.desk.name.FixedUuid;
import dev.holdfast.desk.sharing.Indicator.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Dossiers as MISP events and as a static feed with manifest (MISP core format). Numbers and times
/// are texts there; the same dossiers give the same bytes.
public final class Misp {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_INFO = 256;

  private final Publisher publisher;

  private Misp(Publisher publisher) {
    this.publisher = publisher;
  }

  /// The file of one event.
  public static byte[] event(Dossier dossier, Publisher publisher) {
    return bytes(new Misp(publisher).event(dossier));
  }

  /// A feed: `manifest.json`, one file for each event, `hashes.csv`; content by name.
  public static Map<String, byte[]> feed(List<Dossier> dossiers, Publisher publisher) {
    var misp = new Misp(publisher);
    var files = new LinkedHashMap<String, byte[]>();
    var manifest = JSON.createObjectNode();
    var hashes = new StringBuilder();
    for (var dossier : dossiers) {
      var event = bytes(misp.event(dossier));
      files.put(dossier.id() + ".json", event);
      misp.describe(manifest.putObject(dossier.id().toString()), dossier, event);
      for (var indicator : dossier.indicators())
        hashes.append(hash("MD5", indicator.value().getBytes(StandardCharsets.UTF_8)))
            .append(',')
            .append(dossier.id())
            .append('\n');
    }
    files.put("hashes.csv", hashes.toString().getBytes(StandardCharsets.UTF_8));
    files.put("manifest.json", bytes(manifest));
    return files;
  }

  private void describe(ObjectNode entry, Dossier dossier, byte[] event) {
    entry.put("info", info(dossier))
        .put("date", date(dossier))
        .put("analysis", "2")
        .put("threat_level_id", "2")
        .put("timestamp", seconds(dossier))
        .put("integrity:sha256", hash("SHA-256", event));
    entry.set("Orgc", organisation());
    tags(entry, dossier);
  }

  private ObjectNode event(Dossier dossier) {
    var root = JSON.createObjectNode();
    var event = root.putObject("Event");
    event.put("id", "0")
        .put("uuid", dossier.id().toString())
        .put("info", info(dossier))
        .put("date", date(dossier))
        .put("timestamp", seconds(dossier))
        .put("publish_timestamp", seconds(dossier))
        .put("published", true)
        .put("analysis", "2")
        .put("threat_level_id", "2")
        .put("org_id", "0")
        .put("orgc_id", "0")
        .put("distribution", distribution(dossier.tlp()))
        .put("sharing_group_id", "0")
        .put("attribute_count", Integer.toString(dossier.indicators().size()));
    event.set("Orgc", organisation());
    tags(event, dossier);
    attributes(event, dossier);
    accounts(event, dossier);
    report(event, dossier);
    return root;
  }

  private static void attributes(ObjectNode event, Dossier dossier) {
    var attributes = event.putArray("Attribute");
    for (var indicator : dossier.indicators())
      if (indicator.kind() != Kind.ACCOUNT) attribute(attributes.addObject(), dossier, indicator);
  }

  private static ObjectNode attribute(ObjectNode attribute, Dossier dossier,
      Indicator indicator) {
    return attribute.put("uuid", id(dossier, indicator.kind().word() + "\n" + indicator.value()))
        .put("event_id", "0")
        .put("type", MispKinds.type(indicator.kind()))
        .put("category", MispKinds.category(indicator.kind()))
        .put("to_ids", indicator.kind() != Kind.ACCOUNT)
        .put("distribution", "5")
        .put("sharing_group_id", "0")
        .put("timestamp", seconds(dossier))
        .put("comment", "")
        .put("deleted", false)
        .put("value", indicator.value());
  }

  /// Names in messengers have no type of their own; the object for messages has a place for them.
  private static void accounts(ObjectNode event, Dossier dossier) {
    var objects = event.putArray("Object");
    for (var indicator : dossier.indicators()) {
      if (indicator.kind() != Kind.ACCOUNT) continue;
      var object = objects.addObject()
          .put("uuid", id(dossier, "instant-message\n" + indicator.value()))
          .put("event_id", "0")
          .put("name", "instant-message")
          .put("meta-category", "misc")
          .put("template_uuid", "5fa51a24-f40f-4696-a77e-d31e26bab5fc")
          .put("template_version", "3")
          .put("timestamp", seconds(dossier))
          .put("distribution", "5")
          .put("sharing_group_id", "0")
          .put("deleted", false);
      attribute(object.putArray("Attribute").addObject(), dossier, indicator)
          .put("object_relation", "from-user");
    }
  }

  /// What people are told, in all languages.
  private static void report(ObjectNode event, Dossier dossier) {
    var text = new StringBuilder(dossier.description()).append('\n');
    for (var wording : dossier.wordings())
      text.append("\n## ")
          .append(wording.title())
          .append("\n")
          .append(wording.looks())
          .append("\n\n")
          .append(wording.todo())
          .append('\n');
    event.putArray("EventReport")
        .addObject()
        .put("uuid", id(dossier, "report"))
        .put("event_id", "0")
        .put("name", info(dossier))
        .put("content", text.toString())
        .put("distribution", "5")
        .put("sharing_group_id", "0")
        .put("timestamp", seconds(dossier))
        .put("deleted", false);
  }

  private static void tags(ObjectNode parent, Dossier dossier) {
    var tags = parent.putArray("Tag");
    tags.addObject().put("name", "tlp:" + dossier.tlp().word());
    tags.addObject().put("name", "rsit:fraud=\"phishing\"");
    dossier.askTags().forEach(tag -> tags.addObject().put("name", tag));
  }

  private ObjectNode organisation() {
    return JSON.createObjectNode()
        .put("id", "0")
        .put("name", publisher.name())
        .put("uuid", publisher.id().toString());
  }

  /// How far a MISP that takes the event may hand it on.
  private static String distribution(Tlp tlp) {
    return switch (tlp) {
      case CLEAR -> "3";
      case GREEN -> "1";
      case AMBER, AMBER_STRICT, RED -> "0";
    };
  }

  private static String info(Dossier dossier) {
    var name = dossier.name();
    return name.length() <= LONGEST_INFO ? name : name.substring(0, LONGEST_INFO);
  }

  private static String date(Dossier dossier) {
    return LocalDate.ofInstant(dossier.firstSeen(), ZoneOffset.UTC).toString();
  }

  private static String seconds(Dossier dossier) {
    return Long.toString(dossier.modified().getEpochSecond());
  }

  private static String id(Dossier dossier, String part) {
    return FixedUuid.of(Namespace.OURS, dossier.id() + "\nmisp\n" + part).toString();
  }

  private static byte[] bytes(ObjectNode node) {
    return (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String name, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}

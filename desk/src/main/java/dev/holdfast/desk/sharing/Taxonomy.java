package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.guard.ask.Ask;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Which secret was asked for, as a MISP taxonomy: no published one can say it.
public final class Taxonomy {
  /// The namespace of the tags.
  static final String NAMESPACE = "lure-ask";
  private static final String PREDICATE = "secret";
  private static final String BEGIN = NAMESPACE + ":" + PREDICATE + "=\"";

  private Taxonomy() {}

  /// Such as `lure-ask:secret="recovery-key"`.
  public static String tag(Ask ask) {
    return BEGIN + ask.wire().replace('_', '-') + "\"";
  }

  /// The ask of a tag, if it is one of ours.
  public static Optional<Ask> ask(String tag) {
    return Ask.ALL.stream().filter(ask -> tag(ask).equals(tag)).findFirst();
  }

  /// The file `machinetag.json`.
  public static byte[] machinetag() {
    var root = new JsonMapper().createObjectNode();
    root.put("namespace", NAMESPACE)
        .put("description",
            "Which secret or act a message asks for: recovery keys, PINs, codes, device links.")
        .put("version", 1)
        .put("expanded", "What a lure asks for");
    root.putArray("predicates")
        .addObject()
        .put("value", PREDICATE)
        .put("expanded", "Secret or act");
    var entry = root.putArray("values").addObject().put("predicate", PREDICATE);
    var entries = entry.putArray("entry");
    for (var ask : Ask.ALL)
      entries.addObject()
          .put("value", ask.wire().replace('_', '-'))
          .put("expanded", ask.wire().replace('_', ' '));
    return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}

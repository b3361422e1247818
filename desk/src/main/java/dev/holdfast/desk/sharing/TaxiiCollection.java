package dev.holdfast.desk.sharing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The objects of one audience in the order in which they came (TAXII 2.1, sections 3.4 and 5).
public final class TaxiiCollection {
  private static final DateTimeFormatter TIME = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
      .withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON = new JsonMapper();

  private record Added(ObjectNode object, Instant at) {
    String id() {
      return object.get("id").asText();
    }

    String version() {
      return object.path(object.has("modified") ? "modified" : "created").asText();
    }

    /// Where it stands, for the next page.
    String place() {
      return TIME.format(at) + "_" + id();
    }
  }

  /// Which objects are wanted.
  ///
  /// @param addedAfter only later ones
  /// @param limit at most so many
  /// @param next the place behind which to go on, as it was told
  /// @param ids empty for all
  /// @param types empty for all
  public record Wish(Optional<Instant> addedAfter, int limit, Optional<String> next,
      Set<String> ids, Set<String> types) {
    /// Copies the sets.
    public Wish {
      ids = Set.copyOf(ids);
      types = Set.copyOf(types);
    }
  }

  /// One page.
  ///
  /// @param body as JSON
  /// @param first when its first object was added; empty for an empty page
  public record Page(String body, Optional<String> first, Optional<String> last) {}

  private final List<Added> objects = new ArrayList<>();

  /// @param held oldest first
  public TaxiiCollection(List<Held> held, Publisher publisher) {
    var seen = new HashSet<String>();
    for (var one : held)
      for (var object : Stix.objects(List.of(one.dossier()), publisher))
        if (seen.add(object.get("id").asText())) objects.add(new Added(object, one.addedAt()));
    objects.sort(Comparator.comparing(Added::place));
  }

  /// A page of objects.
  public Page objects(Wish wish) {
    return page(wish, "objects", Added::object);
  }

  /// A page of the manifest.
  public Page manifest(Wish wish) {
    return page(wish, "objects", added -> JSON.createObjectNode()
        .put("id", added.id())
        .put("date_added", TIME.format(added.at()))
        .put("version", added.version())
        .put("media_type", "application/stix+json;version=2.1"));
  }

  /// The versions of one object; empty if there is no such object.
  public Optional<Page> versions(String id) {
    return objects.stream().filter(added -> added.id().equals(id)).findFirst().map(added -> {
      var body = JSON.createObjectNode();
      body.putArray("versions").add(added.version());
      var at = Optional.of(TIME.format(added.at()));
      return new Page(body.toString(), at, at);
    });
  }

  /// Whether there is such an object.
  public boolean has(String id) {
    return objects.stream().anyMatch(added -> added.id().equals(id));
  }

  private Page page(Wish wish, String name, java.util.function.Function<Added, ObjectNode> shape) {
    var wanted = objects.stream()
        .filter(added -> wish.addedAfter().map(after -> added.at().isAfter(after)).orElse(true))
        .filter(added -> wish.next().map(n -> added.place().compareTo(n) > 0).orElse(true))
        .filter(added -> wish.ids().isEmpty() || wish.ids().contains(added.id()))
        .filter(added -> wish.types().isEmpty()
            || wish.types().contains(added.object().get("type").asText()))
        .limit(wish.limit() + 1L)
        .toList();
    var page = wanted.subList(0, Math.min(wanted.size(), wish.limit()));
    var body = JSON.createObjectNode();
    if (wanted.size() > page.size())
      body.put("more", true).put("next", page.getLast().place());
    if (!page.isEmpty()) page.forEach(added -> body.withArray("/" + name).add(shape.apply(added)));
    return new Page(body.toString(), page.stream().findFirst().map(a -> TIME.format(a.at())),
        page.isEmpty() ? Optional.empty() : Optional.of(TIME.format(page.getLast().at())));
  }
}

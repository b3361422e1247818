package dev.holdfast.server.sharing;

import dev.holdfast.desk.sharing.Audience;
import dev.holdfast.desk.sharing.Dossiers;
import dev.holdfast.desk.sharing.Publisher;
import dev.holdfast.desk.sharing.TaxiiCollection;
import dev.holdfast.desk.sharing.TaxiiCollection.Page;
import dev.holdfast.desk.sharing.TaxiiCollection.Wish;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// A TAXII 2.1 server that is read and never written: one API root, a collection for each audience
/// that may come. The public one is for anybody; the community's takes its password.
public final class TaxiiPages {
  static final String MEDIA = "application/taxii+json;version=2.1";
  private static final int MOST = 100;

  private final Dossiers dossiers;
  private final Supplier<Publisher> publisher;
  private final Optional<String> password;

  /// @param password of the community's collection, with any user's name; empty if there is none
  public TaxiiPages(Dossiers dossiers, Supplier<Publisher> publisher, Optional<String> password) {
    this.dossiers = dossiers;
    this.publisher = publisher;
    this.password = password;
  }

  /// Adds the endpoints; each path ends with a slash or without one.
  public void register(RoutesConfig routes) {
    get(routes, "/taxii2", context -> TaxiiText.discovery(publisher.get().name()));
    get(routes, "/taxii2/root", context -> TaxiiText.root(publisher.get().name()));
    get(routes, "/taxii2/root/collections", context -> TaxiiText.collections(offered()));
    get(routes, "/taxii2/root/collections/{id}",
        context -> TaxiiText.collection(audience(context)));
    get(routes, "/taxii2/root/collections/{id}/manifest",
        context -> page(context, collection(context).manifest(wish(context, Set.of()))));
    get(routes, "/taxii2/root/collections/{id}/objects",
        context -> page(context, collection(context).objects(wish(context, Set.of()))));
    get(routes, "/taxii2/root/collections/{id}/objects/{object}", this::object);
    get(routes, "/taxii2/root/collections/{id}/objects/{object}/versions",
        context -> page(context, collection(context).versions(context.pathParam("object"))
            .orElseThrow(() -> new TaxiiRefusal(404, "there is no such object here"))));
    for (var end : List.of("", "/"))
      routes.post("/taxii2/root/collections/{id}/objects" + end,
          context -> refused(context, new TaxiiRefusal(403, "this collection is read only")));
  }

  private void get(RoutesConfig routes, String path, Function<Context, String> answer) {
    for (var end : List.of("", "/"))
      routes.get(path + end, context -> {
        try {
          acceptable(context);
          var body = answer.apply(context);
          context.contentType(MEDIA).result(body);
        } catch (TaxiiRefusal e) {
          refused(context, e);
        }
      });
  }

  private static void refused(Context context, TaxiiRefusal refusal) {
    if (refusal.status() == 401) context.header("WWW-Authenticate", "Basic realm=\"taxii\"");
    context.status(refusal.status())
        .contentType(MEDIA)
        .result(TaxiiText.error(refusal.status(), String.valueOf(refusal.getMessage())));
  }

  private static void acceptable(Context context) {
    var accept = context.header("Accept");
    if (accept == null || accept.contains("*/*")
        || accept.replace(" ", "").contains("application/taxii+json"))
      return;
    throw new TaxiiRefusal(406, "this server speaks " + MEDIA);
  }

  private List<Audience> offered() {
    return password.isPresent()
        ? List.of(Audience.PUBLIC, Audience.COMMUNITY)
        : List.of(Audience.PUBLIC);
  }

  private Audience audience(Context context) {
    return offered().stream()
        .filter(audience -> TaxiiText.id(audience).equals(context.pathParam("id")))
        .findFirst()
        .orElseThrow(() -> new TaxiiRefusal(404, "there is no such collection"));
  }

  private TaxiiCollection collection(Context context) {
    var audience = audience(context);
    if (audience != Audience.PUBLIC && !allowed(context))
      throw new TaxiiRefusal(401, "this collection takes its password");
    return new TaxiiCollection(dossiers.visible(audience), publisher.get());
  }

  private boolean allowed(Context context) {
    var header = String.valueOf(context.header("Authorization"));
    if (!header.startsWith("Basic ") || password.isEmpty()) return false;
    try {
      var both = new String(Base64.getDecoder().decode(header.substring(6).strip()),
          StandardCharsets.UTF_8);
      return MessageDigest.isEqual(bytes(both.substring(both.indexOf(':') + 1)),
          bytes(password.get()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String object(Context context) {
    var id = context.pathParam("object");
    var collection = collection(context);
    if (!collection.has(id)) throw new TaxiiRefusal(404, "there is no such object here");
    return page(context, collection.objects(wish(context, Set.of(id))));
  }

  private static String page(Context context, Page page) {
    page.first().ifPresent(at -> context.header("X-TAXII-Date-Added-First", at));
    page.last().ifPresent(at -> context.header("X-TAXII-Date-Added-Last", at));
    return page.body();
  }

  /// Each object is there in its last version, so versions other than that and `all` match
  /// nothing more.
  private static Wish wish(Context context, Set<String> ids) {
    var named = ids.isEmpty() ? set(context.queryParam("match[id]")) : ids;
    return new Wish(after(context.queryParam("added_after")), limit(context.queryParam("limit")),
        Optional.ofNullable(context.queryParam("next")), named,
        set(context.queryParam("match[type]")));
  }

  private static Set<String> set(@org.jspecify.annotations.Nullable String list) {
    return list == null || list.isEmpty() ? Set.of() : Set.copyOf(List.of(list.split(",", -1)));
  }

  private static Optional<Instant> after(@org.jspecify.annotations.Nullable String time) {
    try {
      return time == null ? Optional.empty() : Optional.of(Instant.parse(time));
    } catch (DateTimeException e) {
      throw new TaxiiRefusal(400, "added_after is a time such as 2026-12-24T18:00:00Z");
    }
  }

  private static int limit(@org.jspecify.annotations.Nullable String limit) {
    if (limit == null) return MOST;
    if (!limit.matches("[1-9]\\d{0,8}"))
      throw new TaxiiRefusal(400, "limit is a number from 1");
    return Math.min(MOST, Integer.parseInt(limit));
  }
}

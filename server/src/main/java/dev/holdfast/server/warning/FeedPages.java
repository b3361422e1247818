package dev.holdfast.server.warning;

import dev.holdfast.desk.warning.Publication;
import dev.holdfast.desk.warning.Warnings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/// `GET /warnings/…`: the files that `desk feed` writes, always fresh (docs/warnings.md, section 5).
public final class FeedPages {
  private final Warnings warnings;

  /// The pages of one desk.
  public FeedPages(Warnings warnings) {
    this.warnings = warnings;
  }

  /// Adds the files.
  public void register(RoutesConfig routes) {
    routes.get("/warnings/feed.json", context -> file(context, "feed.json", "application/json"));
    routes.get("/warnings/feed.atom",
        context -> file(context, "feed.atom", "application/atom+xml"));
    routes.get("/warnings/warnings/{name}", context -> file(context,
        "warnings/" + context.pathParam("name"), "application/json"));
  }

  private void file(Context context, String name, String type) {
    var content = Publication.of(warnings.feed()).files().get(name);
    if (content == null) throw new NotFoundResponse();
    context.header("Cache-Control", "public, max-age=300")
        .header("X-Content-Type-Options", "nosniff")
        .contentType(type)
        .result(content);
  }
}

package dev.holdfast.server.warning;

import dev.holdfast.desk.warning.Publication;
import dev.holdfast.desk.warning.Warnings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// `GET /warnings/…`: the files that `desk feed` writes, at most some seconds old, however many ask
/// (docs/warnings.md, section 5).
public final class FeedPages {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Warnings warnings;
  private final Clock clock;
  private Map<String, byte[]> files = Map.of();
  private Instant madeAt = Instant.MIN;

  /// The pages of one desk.
  public FeedPages(Warnings warnings, Clock clock) {
    this.warnings = warnings;
    this.clock = clock;
  }

  private synchronized Map<String, byte[]> files() {
    var now = clock.instant();
    if (now.isBefore(madeAt) || !now.isBefore(madeAt.plus(FRESH))) {
      files = Publication.of(warnings.feed()).files();
      madeAt = now;
    }
    return files;
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
    var content = files().get(name);
    if (content == null) throw new NotFoundResponse();
    context.header("Cache-Control", "public, max-age=300")
        .header("X-Content-Type-Options", "nosniff")
        .contentType(type)
        .result(content);
  }
}

package dev.holdfast.server.veto;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.server.gate.SecretsInBody;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.alarm.VetoToken;
import dev.holdfast.vault.alarm.VetoTokens;
import dev.holdfast.vault.release.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// `GET` and `HEAD` show a page with one button and change nothing, whoever fetches it: people,
/// mail filters, previews. The button's `POST` vetoes (docs/protocol.md, section 10).
public final class VetoPage {
  private static final int LARGEST_FORM = 4096;
  private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;"
      + "margin:3rem auto;padding:0 1rem}button{font:inherit;font-weight:bold;padding:.8rem 1.6rem}";
  private static final DateTimeFormatter TIME = DateTimeFormatter
      .ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);
  private static final String POLICY = "default-src 'none'; style-src 'sha256-"
      + Base64.getEncoder()
          .encodeToString(Sha256.over(STYLE.getBytes(StandardCharsets.UTF_8)).raw())
      + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final VetoTokens tokens;
  private final Requests requests;

  /// The page of one server.
  public VetoPage(VetoTokens tokens, Requests requests) {
    this.tokens = tokens;
    this.requests = requests;
  }

  /// Adds the page.
  public void register(RoutesConfig routes) {
    routes.get("/veto/{token}", this::show);
    routes.head("/veto/{token}", this::show);
    routes.post("/veto/{token}", this::stop);
  }

  private void show(Context context) {
    var status = token(context.pathParam("token")).flatMap(tokens::find)
        .map(right -> requests.status(right.request()));
    if (status.isEmpty()) page(context, 404, "This link is not known", unknown());
    else
      page(context, 200, "Stop this request?", question(context, status.get()));
  }

  private void stop(Context context) throws IOException {
    var right = formToken(context).filter(token -> token.text()
        .equals(
            context.pathParam("token")))
        .flatMap(tokens::find);
    if (right.isEmpty()) {
      page(context, 404, "This link is not known", unknown());
      return;
    }
    try {
      var status = requests.veto(right.get().request(), "alarm link");
      page(context, 200, "Stopped", "<p>The request was stopped, and the vault is locked until "
          + time(status.lockedUntil()) + ".</p><p>If somebody has your recovery code, run"
          + " <code>holdfast rekey</code> on one of your devices.</p>");
    } catch (RefusedException e) {
      page(context, 410, "Too late", "<p>This request has ended already.</p>"
          + "<p>If it was not you, run <code>holdfast rekey</code> on one of your devices.</p>");
    }
  }

  private static String question(Context context, RequestStatus status) {
    return switch (status.state()) {
      case "VETOED" -> "<p>This request was stopped already.</p>";
      case "OPENED", "EXPIRED" -> "<p>This request has ended already.</p>";
      default -> """
          <p>Somebody asked on %s to open your vault. If it was not you, stop it.</p>
          <form method="post" action="/veto/%s">
          <input type="hidden" name="token" value="%s">
          <button type="submit">Stop it and lock the vault</button>
          </form>
          <p>If it was you, close this page. Nothing has changed by opening it.</p>
          """.formatted(time(status.askedAt()), context.pathParam("token"),
          context.pathParam("token"));
    };
  }

  private static String unknown() {
    return "<p>Look for the newest alarm, or run <code>holdfast release list</code>.</p>";
  }

  private static Optional<VetoToken> formToken(Context context) throws IOException {
    var body = context.req().getInputStream().readNBytes(LARGEST_FORM);
    for (var field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      var value = URLDecoder.decode(field.substring(field.indexOf('=') + 1),
          StandardCharsets.UTF_8);
      SecretsInBody.refuse(value);
      if (field.startsWith("token=")) return token(value);
    }
    return Optional.empty();
  }

  private static Optional<VetoToken> token(String text) {
    try {
      return Optional.of(new VetoToken(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  private static void page(Context context, int status, String title, String body) {
    context.status(status)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex")
        .contentType("text/html; charset=utf-8")
        .result("""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%s</title><style>%s</style></head>
            <body><h1>%s</h1>
            %s
            </body></html>
            """.formatted(title, STYLE, title, body));
  }
}

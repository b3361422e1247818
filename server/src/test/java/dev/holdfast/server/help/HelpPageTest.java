package dev.holdfast.server.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.guard.runbook.Speech;
import dev.holdfast.guard.runbook.Step;
import dev.holdfast.server.HoldfastServer;
import dev.holdfast.server.config.Settings;
import dev.holdfast.vault.database.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpPageTest {
  static final HttpClient HTTP = HttpClient.newHttpClient();
  HoldfastServer server;

  @BeforeAll
  void serverStarts(@TempDir Path home) throws Exception {
    server = HoldfastServer.start(home.resolve("home"),
        Settings.defaults()
            .with(Map.of("listen", "127.0.0.1:0", "desk.helpline", "help@desk.example")),
        TimeSource.SYSTEM);
  }

  @AfterAll
  void serverStops() {
    server.close();
  }

  static Stream<String> languages() {
    return Speech.LANGUAGES.stream();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server.localUrl() + path));
    if (headers.length > 0) request.headers(headers);
    return HTTP.send(request.build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<String> post(String form) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(URI.create(server.localUrl() + "/help"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void bothPagesSpeakTheLanguageInItsDirection(String tag) throws Exception {
    var direction = "<html lang=\"" + tag + "\" dir=\""
        + (tag.equals("ar") || tag.equals("fa") ? "rtl" : "ltr") + "\">";
    assertTrue(get("/help?lang=" + tag).body().contains(direction));
    var steps = post("lang=" + tag + "&gave=recovery_key&gave=code&phone=ios&when=2026-01-02");
    assertEquals(200, steps.statusCode());
    assertTrue(steps.body().contains(direction));
    assertTrue(steps.body().contains(HelpHtml.escape(Speech.in(tag).todo(Step.ROTATE_KEY))));
    assertTrue(steps.body().contains("<bdi>"));
  }

  @Test
  void theBrowsersLanguageIsTaken() throws Exception {
    assertEquals("uk", get("/help", "Accept-Language", "pl;q=0.5, uk-UA, en;q=0.3").headers()
        .firstValue("Content-Language")
        .orElseThrow());
    assertEquals("en",
        get("/help", "Accept-Language", "*;q=x").headers()
            .firstValue("Content-Language")
            .orElseThrow());
  }

  @Test
  void thePagesNeedNothingAndLeaveNothing() throws Exception {
    for (var page : List.of(get("/help"), post("gave=pin"))) {
      var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
      assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
      assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
      assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
      var html = page.body();
      assertFalse(html.contains("<script") || html.contains("http://") || html.contains(
          "https://") || html.contains("style=") || html.contains(" onclick"), html);
    }
  }

  @Test
  void thereIsNoFieldIntoWhichASecretCouldGo() throws Exception {
    var html = get("/help").body();
    assertFalse(html.contains("type=\"text\"") || html.contains("type=\"password\"")
        || html.contains("<textarea"));
  }

  @Test
  void aSecretThatIsSentAllTheSameIsRefusedAndNotRepeated() throws Exception {
    var answer = post("gave=" + "0k1m".repeat(16));
    assertTrue(answer.statusCode() >= 400);
    assertFalse(answer.body().contains("0k1m"));
  }

  @Test
  void whatIsNoAnswerIsPassedOver() throws Exception {
    var page = post("gave=%3Cscript%3E&when=soon&phone=%zz&lang=xx&more");
    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains("script"));
  }

  @Test
  void oneTapHandsTheListToTheHelpline() throws Exception {
    var html = post("gave=qr&lang=en").body();
    assertTrue(html.contains("href=\"mailto:help@desk.example?subject="), html);
    assertTrue(html.contains("gave%3A%20qr"), html);
  }
}

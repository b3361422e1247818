package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner hears of a thief, by mail and live, and stops him from where they hear it.
class AlarmsTest {
  private static final String ADDRESS = "owner@example.org";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  Path folder;
  private final GreenMail mail = new GreenMail(
      new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void theLinkInAMailStopsAThief() throws Exception {
    try (var town = town()) {
      confirmChannel(town);
      town.laptop.types("alarm", "test").with(4);
      assertTrue(body(1).contains("was confirmed"), body(1));
      steal(town, "thief");
      var link = find(body(2), "http://\\S+/veto/[A-Za-z0-9_-]{43}");
      assertEquals(200, send(HttpRequest.newBuilder(URI.create(link)).GET()));
      assertNotEquals("VETOED", stateOfNewest(town), "looking at the page changes nothing");
      assertEquals(200, send(HttpRequest.newBuilder(URI.create(link))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString("token=" + link.substring(link.length() - 43)))));
      assertEquals("VETOED", stateOfNewest(town));
      assertEquals("veto",
          town.laptop.types("status", "--json").with(0).json().get("lockReason").asText());
    }
  }

  @Test
  void aWrongDigitConfirmsNothing() throws Exception {
    try (var town = town()) {
      var channel = town.laptop.types("alarm", "channels", "--add", ADDRESS, "--json").with(0);
      var digits = find(body(0), "\\b\\d{6}\\b");
      var wrong = digits.substring(0, 5) + (digits.charAt(5) == '0' ? '1' : '0');
      town.laptop.types("alarm", "channels", "--confirm",
          channel.json().get("id").asText().substring(0, 8), "--code", wrong).with(8);
      assertEquals(0, town.laptop.types("status", "--json")
          .with(0)
          .json()
          .get("channelsConfirmed")
          .asInt());
    }
  }

  @Test
  void aWatchInAProcessOfItsOwnLosesAndRepeatsNothingWhenTheServerIsKilled() throws Exception {
    try (var town = town()) {
      steal(town, "thief");
      var watch = town.laptop.starts("alarm", "watch", "--after", "0", "--count", "2", "--json");
      try (var lines = watch.inputReader()) {
        assertEquals("thief", JSON.readTree(lines.readLine()).get("from").asText());
        town.server.kill();
        town.server.startAgain();
        steal(town, "other thief");
        var second = JSON.readTree(lines.readLine());
        assertEquals("requested", second.get("kind").asText());
        assertEquals("other thief", second.get("from").asText());
        assertEquals(-1, lines.read(), "two were wanted");
        assertTrue(watch.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, watch.exitValue());
      } finally {
        watch.destroyForcibly();
      }
    }
  }

  /// An hour to wait, so that asking alone alarms.
  private Town town() throws IOException {
    return Town.withVault(folder, "1h", "release.wait-floor=1s", "release.wait-device=1s",
        "smtp.host=127.0.0.1", "smtp.port=" + mail.getSmtp().getPort(), "smtp.security=none",
        "smtp.from=alarm@example.org");
  }

  private void confirmChannel(Town town) {
    var id = town.laptop.types("alarm", "channels", "--add", ADDRESS, "--json")
        .with(0)
        .json()
        .get("id")
        .asText();
    town.laptop.types("alarm", "channels", "--confirm", id.substring(0, 8), "--code",
        find(body(0), "\\b\\d{6}\\b")).with(0);
    assertEquals(1,
        town.laptop.types("status", "--json").with(0).json().get("channelsConfirmed").asInt());
  }

  private static void steal(Town town, String name) {
    town.machine(name)
        .types("restore", "latest", "--server", town.server.url(), "--name", name, "--to",
            town.at("loot"), "--code-file", town.code)
        .with(8);
  }

  private static String stateOfNewest(Town town) {
    return town.laptop.types("release", "list", "--json")
        .with(0)
        .json()
        .get(0)
        .get("state")
        .asText();
  }

  private String body(int number) {
    assertTrue(mail.waitForIncomingEmail(60_000, number + 1), "mail " + number + " did not come");
    return GreenMailUtil.getBody(mail.getReceivedMessages()[number]);
  }

  private static String find(String text, String pattern) {
    var match = Pattern.compile(pattern).matcher(text);
    assertTrue(match.find(), text);
    return match.group();
  }

  private static int send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}

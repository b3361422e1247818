package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a desk to a device: real processes of the desk, a mirror that speaks HTTP, a real client.
class WarningsTest {
  static final String LURE = "Good evening, the choir moves its old recordings to a new shelf on"
      + " Thursday. Please bring the long line of letters that you find behind the third door, so"
      + " that nothing of yours stays behind in the cellar.";
  static final String VARIANT = LURE.replace("evening", "evening dear Anna")
      .replace("Thursday", "Friday");

  @TempDir
  Path folder;
  Path www;
  HttpServer mirror;
  Machine laptop;

  @BeforeEach
  void aMirrorAndADevice() throws IOException {
    www = folder.resolve("www");
    mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror.createContext("/", this::serve);
    mirror.start();
    laptop = new Machine(folder.resolve("laptop"));
  }

  @AfterEach
  void theMirrorStops() {
    mirror.stop(0);
  }

  void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var file = www.resolve(exchange.getRequestURI().getPath().substring(1));
      var there = Files.isRegularFile(file);
      var bytes = there ? Files.readAllBytes(file) : new byte[0];
      exchange.sendResponseHeaders(there ? 200 : 404, there ? bytes.length : -1);
      if (there) exchange.getResponseBody().write(bytes);
    }
  }

  String url() {
    return "http://127.0.0.1:" + mirror.getAddress().getPort() + "/feed.json";
  }

  Machine.Came desk(Object... words) throws IOException {
    return DeskProcess.run(folder.resolve("desk"), words);
  }

  /// A warning about [#LURE], approved.
  String published() throws IOException {
    var file = folder.resolve("draft.json");
    Files.writeString(file,
        """
            {"asks":["recovery_key"],"until":"%s","texts":[
             {"lang":"en","title":"The choir's shelf","looks":"Old recordings move.","todo":"Do not answer."},
             {"lang":"de","title":"Das Regal des Chors","looks":"Alte Aufnahmen.","todo":"Nicht antworten."}],
             "messages":["%s"]}
            """
            .formatted(Instant.now().plus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS),
                LURE));
    var id = desk("warning", "new", "--file", file, "--by", "anna", "--json").with(0)
        .json()
        .get("id")
        .asText();
    desk("warning", "approve", id, "--by", "anna").with(4);
    desk("warning", "approve", id, "--by", "bert").with(0);
    desk("feed", "--to", www).with(0);
    return id;
  }

  String key() throws IOException {
    return desk("key").with(0).said().strip();
  }

  Machine later(String name, Duration after) {
    return new Machine(folder.resolve(name),
        Clock.fixed(Instant.now().plus(after), ZoneOffset.UTC));
  }

  static void complains(Machine.Came came, String part) {
    assertTrue(came.complained().contains(part), came.complained());
  }

  @Test
  void whatWasClearYesterdayIsDangerAfterTheUpdateAndClearAgainOnceTakenBack() throws IOException {
    laptop.types("screen", VARIANT).with(0);
    var id = published();
    laptop.types("warnings", "update", "--feed", url(), "--key", key()).with(0);
    var verdict = laptop.types("screen", "--json", "--lang", "de", VARIANT).with(10).json();
    assertEquals("danger", verdict.get("level").asText());
    assertEquals("recovery_key", verdict.get("asks").get(0).asText());
    assertEquals("warning", verdict.get("reasons").get(0).get("what").asText());
    assertEquals("Das Regal des Chors", verdict.get("reasons").get(0).get("title").asText());
    laptop.types("warnings", "verify").with(0);
    assertEquals(1, laptop.types("warnings", "list", "--json").with(0).lines().size());

    desk("warning", "revoke", id, "--reason", "mistaken", "--by", "anna").with(0);
    desk("feed", "--to", www).with(0);
    laptop.types("screen", VARIANT).with(10);
    laptop.types("warnings", "update").with(0);
    laptop.types("screen", VARIANT).with(0);
    assertEquals("", laptop.types("warnings", "list", "--json").with(0).said());
  }

  @Test
  void aFeedThatWasTamperedWithIsRefusedAndTheOldOneStays() throws IOException {
    published();
    var key = key();
    laptop.types("warnings", "update", "--feed", url(), "--key", key).with(0);
    var feed = www.resolve("feed.json");
    var text = Files.readString(feed);
    Files.writeString(feed, text.replace("Do not answer.", "Do answer now."));
    complains(laptop.types("warnings", "update").with(6), "is not signed by the key");
    Files.writeString(feed, text.substring(0, text.length() / 2));
    complains(laptop.types("warnings", "update").with(6), "is not the JSON that was expected");
    Files.writeString(feed, text);
    complains(
        laptop.types("warnings", "verify", "--feed", url(), "--key", "0".repeat(64)).with(6),
        "is not signed by the key");
    laptop.types("screen", VARIANT).with(10);
  }

  @Test
  void aMirrorThatGoesBackOrStandsStillIsFoundOut() throws IOException {
    published();
    var key = key();
    var old = Files.readAllBytes(www.resolve("feed.json"));
    laptop.types("warnings", "update", "--feed", url(), "--key", key).with(0);
    published();
    laptop.types("warnings", "update").with(0);
    var newest = Files.readAllBytes(www.resolve("feed.json"));
    Files.write(www.resolve("feed.json"), old);
    complains(laptop.types("warnings", "update").with(6), "lower than one seen before");

    Files.write(www.resolve("feed.json"), newest);
    laptop.types("warnings", "update").with(0);
    var nextWeek = later("laptop", Duration.ofDays(8));
    complains(nextWeek.types("warnings", "update").with(6), "is still the one seen before");
    complains(nextWeek.types("warnings", "verify").with(6), "has expired");
    nextWeek.types("screen", VARIANT).with(10);
    complains(nextWeek.types("warnings", "list").with(0), "nothing was heard of");
    complains(later("fresh", Duration.ofDays(8))
        .types("warnings", "update", "--feed", url(), "--key", key)
        .with(6), "expired on");
    complains(later("slow", Duration.ofDays(-3))
        .types("warnings", "update", "--feed", url(), "--key", key)
        .with(6), "check the clock of this machine");
  }

  @Test
  void theServerCarriesTheFeedItself() throws IOException {
    published();
    try (var server = RealServer.start(folder.resolve("desk"))) {
      laptop.types("warnings", "update", "--feed", server.url() + "/warnings/feed.json", "--key",
          key()).with(0);
      laptop.types("screen", VARIANT).with(10);
    }
    complains(laptop.types("warnings", "update").with(7), "cannot be fetched");
    laptop.types("screen", VARIANT).with(10);
  }

  @Test
  void whatIsNotThereAndWhatIsWrittenWrongly() throws IOException {
    laptop.types("warnings", "update").with(3);
    laptop.types("warnings", "update", "--feed", folder.resolve("no.json"), "--key", key())
        .with(3);
    laptop.types("warnings", "update", "--feed", url()).with(2);
    laptop.types("warnings", "update", "--feed", url(), "--key", "abc").with(2);
    laptop.types("warnings", "forget", "--key", key()).with(3);
    desk("warning", "approve", "0".repeat(32)).with(3);
    desk("warning", "new", "--file", folder.resolve("no.json")).with(3);
    desk("warning", "sing").with(2);
    desk("sing").with(2);
  }
}

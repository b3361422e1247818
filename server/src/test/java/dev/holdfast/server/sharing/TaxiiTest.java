package dev.holdfast.server.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.desk.sharing.Audience;
import dev.holdfast.server.HoldfastServer;
import dev.holdfast.server.config.Settings;
import dev.holdfast.server.warning.WarningDesk;
import dev.holdfast.vault.database.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxiiTest {
  static final HttpClient HTTP = HttpClient.newHttpClient();
  static final ObjectMapper JSON = new ObjectMapper();
  static final String PUBLIC = "/taxii2/root/collections/" + TaxiiText.id(Audience.PUBLIC) + "/";
  static final String COMMUNITY = "/taxii2/root/collections/" + TaxiiText.id(Audience.COMMUNITY)
      + "/";
  HoldfastServer server;

  @BeforeAll
  void aServerWithDossiersOfEveryLight(@TempDir Path folder) throws Exception {
    var password = Files.writeString(folder.resolve("password"), "helplines together\n");
    var settings = Settings.defaults()
        .with(Map.of("listen", "127.0.0.1:0", "taxii.password-file", password.toString()));
    var desk = new WarningDesk(folder.resolve("home"), settings, Clock.systemUTC());
    for (var tlp : new String[]{"clear", "green", "amber", "amber+strict", "red"})
      desk.dossiers().add("""
          {"name":"Light %s","tlp":"%s","indicators":[{"kind":"domain","value":"%s.example"}]}
          """.formatted(tlp, tlp, tlp.replace('+', '-')).getBytes(StandardCharsets.UTF_8));
    server = HoldfastServer.start(folder.resolve("home"), settings, TimeSource.SYSTEM);
  }

  @AfterAll
  void serverStops() {
    server.close();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server.localUrl() + path))
        .header("Accept", headers.length == 1 ? headers[0] : TaxiiPages.MEDIA);
    if (headers.length > 1) request.headers(headers);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path, String... headers) throws Exception {
    var answer = get(path, headers);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals(TaxiiPages.MEDIA, answer.headers().firstValue("Content-Type").orElseThrow());
    return JSON.readTree(answer.body());
  }

  static String[] password(String password) {
    return new String[]{"Authorization", "Basic " + Base64.getEncoder()
        .encodeToString(("any:" + password).getBytes(StandardCharsets.UTF_8))};
  }

  @Test
  void discoveryLeadsToTheCollections() throws Exception {
    var root = json("/taxii2/").at("/api_roots/0").asText();
    assertEquals(TaxiiPages.MEDIA, json(root).at("/versions/0").asText());
    var collections = json(root + "collections/").get("collections");
    assertEquals(2, collections.size());
    assertTrue(collections.get(0).get("can_read").asBoolean());
    assertFalse(collections.get(0).get("can_write").asBoolean());
    assertEquals(collections.get(0),
        json(root + "collections/" + collections.get(0).get("id").asText() + "/"));
  }

  @Test
  void thePublicGetsWhatIsClearAlone() throws Exception {
    var body = get(PUBLIC + "objects/").body();
    assertTrue(body.contains("Light clear"));
    for (var tlp : new String[]{"green", "amber", "red"})
      assertFalse(body.contains("Light " + tlp), tlp);
  }

  @Test
  void theCommunityNeedsItsPasswordAndGetsNothingStrict() throws Exception {
    assertEquals(401, get(COMMUNITY + "objects/").statusCode());
    assertEquals(401, get(COMMUNITY + "objects/", password("wrong")).statusCode());
    var body = get(COMMUNITY + "objects/", password("helplines together")).body();
    assertTrue(body.contains("Light clear") && body.contains("Light green"));
    assertFalse(body.contains("Light amber") || body.contains("Light red"));
  }

  @Test
  void objectsComeInPagesAndByNameAndType() throws Exception {
    var first = json(PUBLIC + "objects/?limit=1");
    assertTrue(first.get("more").asBoolean());
    var second = json(PUBLIC + "objects/?limit=1&next=" + first.get("next").asText());
    assertFalse(first.at("/objects/0/id").equals(second.at("/objects/0/id")));
    var campaigns = json(PUBLIC + "objects/?match[type]=campaign".replace("[", "%5B")
        .replace("]", "%5D")).get("objects");
    assertEquals(1, campaigns.size());
    var id = campaigns.get(0).get("id").asText();
    assertEquals(campaigns.get(0), json(PUBLIC + "objects/" + id + "/").at("/objects/0"));
    assertEquals(campaigns.get(0).get("modified"),
        json(PUBLIC + "objects/" + id + "/versions/").at("/versions/0"));
    assertEquals(404, get(PUBLIC + "objects/campaign--x/").statusCode());
  }

  @Test
  void whoeverComesAgainAsksForWhatCameSince() throws Exception {
    var answer = get(PUBLIC + "manifest/");
    var last = answer.headers().firstValue("X-TAXII-Date-Added-Last").orElseThrow();
    assertTrue(JSON.readTree(answer.body()).get("objects").size() > 3);
    assertTrue(json(PUBLIC + "objects/?added_after=" + last).path("objects").isEmpty());
    assertEquals(400, get(PUBLIC + "objects/?added_after=yesterday").statusCode());
    assertEquals(400, get(PUBLIC + "objects/?limit=0").statusCode());
  }

  @Test
  void anotherLanguageIsNotSpokenAndNothingIsTaken() throws Exception {
    assertEquals(406, get("/taxii2/", "text/html").statusCode());
    assertEquals(404, get("/taxii2/root/collections/none/objects/").statusCode());
    var post = HttpRequest.newBuilder(URI.create(server.localUrl() + PUBLIC + "objects/"))
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
    assertEquals(403, HTTP.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
  }
}

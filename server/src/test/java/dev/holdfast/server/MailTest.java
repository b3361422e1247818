package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.Channel;
import dev.holdfast.kernel.wire.ConfirmCode;
import dev.holdfast.kernel.wire.RequestStatus;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class MailTest {
  static final String ADDRESS = "owner@example.org";

  @TempDir
  Path home;
  GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  TestServer server;
  TestOwner owner;

  @BeforeEach
  void start() throws Exception {
    mail.start();
    server = new TestServer(home, Map.of("smtp.host", "127.0.0.1", "smtp.port",
        Integer.toString(mail.getSmtp().getPort()), "smtp.security", "none", "smtp.from",
        "alarm@example.org"));
    owner = TestOwner.enrolled(server);
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  TestCaller laptop() {
    return owner.as(owner.laptop);
  }

  Channel channel() {
    return laptop().post(owner.path("/channels"), new Channel("", "email", ADDRESS, false))
        .as(Channel.class);
  }

  String code(int message) {
    var match = Pattern.compile("\\b(\\d{6})\\b").matcher(body(message));
    assertTrue(match.find());
    return match.group(1);
  }

  Channel confirmed() {
    var channel = channel();
    laptop().post(owner.path("/channels/" + channel.id() + "/test")).as(Channel.class);
    return laptop().post(owner.path("/channels/" + channel.id() + "/confirm"),
        new ConfirmCode(code(0))).as(Channel.class);
  }

  MimeMessage message(int number) {
    assertTrue(mail.waitForIncomingEmail(30_000, number + 1), "mail " + number + " did not come");
    return mail.getReceivedMessages()[number];
  }

  String body(int number) {
    return GreenMailUtil.getBody(message(number));
  }

  URI link(int number) {
    var match = Pattern.compile("http://\\S+/veto/[A-Za-z0-9_-]{43}").matcher(body(number));
    assertTrue(match.find(), body(number));
    return URI.create(match.group());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return TestCaller.http().send(request.build(), BodyHandlers.ofString());
  }

  static HttpRequest.Builder press(URI link, String token) {
    return HttpRequest.newBuilder(link)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("token=" + token));
  }

  static String token(URI link) {
    return link.getPath().substring("/veto/".length());
  }

  @Test
  void aChannelCountsOnceItsTestIsAnswered() throws Exception {
    var channel = channel();
    laptop().post(owner.path("/channels/" + channel.id() + "/test"));
    assertEquals(ADDRESS, message(0).getAllRecipients()[0].toString());
    assertEquals(0, owner.status().channelsConfirmed());
    var answer = laptop().post(owner.path("/channels/" + channel.id() + "/confirm"),
        new ConfirmCode(code(0)));
    assertTrue(answer.as(Channel.class).confirmed());
    assertEquals(1, owner.status().channelsConfirmed());
  }

  @Test
  void fiveWrongCodesSpendTheTest() {
    var channel = channel();
    laptop().post(owner.path("/channels/" + channel.id() + "/test"));
    var right = code(0);
    var wrong = right.equals("111111") ? "222222" : "111111";
    for (int i = 0; i < 5; i++)
      assertEquals("403 not-allowed", laptop()
          .post(owner.path("/channels/" + channel.id() + "/confirm"), new ConfirmCode(wrong))
          .refusal());
    assertEquals("403 not-allowed", laptop()
        .post(owner.path("/channels/" + channel.id() + "/confirm"), new ConfirmCode(right))
        .refusal());
  }

  @Test
  void anAlarmComesByMailWithALinkThatOnlyItsButtonUses() throws Exception {
    confirmed();
    var request = new TestRequest(owner, owner.epoch(1), Optional.empty(),
        "see https://evil.example/now");
    request.ask();
    var link = link(2);
    assertFalse(body(2).contains("evil.example"), "a stranger's link must not travel");
    assertEquals("Holdfast: somebody asks to open your vault", message(2).getSubject());
    var page = send(HttpRequest.newBuilder(link));
    assertEquals(200, page.statusCode());
    assertTrue(page.headers()
        .firstValue("Content-Security-Policy")
        .orElseThrow()
        .startsWith("default-src 'none'"));
    assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElseThrow());
    assertFalse(page.body().contains("<script"));
    send(HttpRequest.newBuilder(link).method("HEAD", BodyPublishers.noBody()));
    assertEquals("WAITING", request.status().state());
    assertEquals(404, send(press(link, "x".repeat(43))).statusCode());
    assertEquals(404, send(HttpRequest.newBuilder(link).POST(BodyPublishers.noBody()))
        .statusCode());
    assertEquals("WAITING", request.status().state());
    var done = send(press(link, token(link)));
    assertEquals(200, done.statusCode());
    assertEquals("VETOED", request.status().state());
    assertEquals("veto", owner.status().lockReason());
    assertEquals(200, send(press(link, token(link))).statusCode());
  }

  @Test
  void eachRequestHasItsOwnLinkAndTheDatabaseHoldsNone() throws Exception {
    confirmed();
    TestRequest.byStranger(owner).ask();
    var first = token(link(2));
    TestRequest.byStranger(owner).ask();
    assertNotEquals(first, token(link(3)));
    server.stop();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .contains(first));
    }
  }

  @Test
  void aMailServerThatIsDownDelaysAnAlarmAndLosesNone() throws Exception {
    confirmed();
    message(1);
    int port = mail.getSmtp().getPort();
    mail.stop();
    var request = TestRequest.byStranger(owner);
    assertEquals(201, request.ask().status());
    server.stop();
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server.clock.pass(Duration.ofMinutes(1));
    server.start();
    // A letter whose delivery was cut off may come once more before it.
    int last = GreenMailUtil.getBody(message(0)).contains("/veto/") ? 0 : 1;
    assertTrue(link(last).getPath().startsWith("/veto/"));
  }

  int remove(Channel channel) {
    return laptop().call("DELETE", owner.path("/channels/" + channel.id()), new byte[0], Map.of())
        .status();
  }

  @Test
  void aConfirmedChannelIsLetGoOnlyAfterTheWaitAndHearsOfIt() throws Exception {
    var channel = confirmed();
    assertEquals(204, remove(channel));
    assertTrue(message(2).getSubject().contains("no alarms"), message(2).getSubject());
    TestRequest.byStranger(owner).ask();
    link(3);
    server.pass(TestOwner.WAIT);
    server.server().retain();
    assertEquals(0, owner.status().channelsConfirmed());
    assertEquals(0, laptop().get(owner.path("/channels")).as(Channel[].class).length);
    var alarms = laptop().get(owner.path("/alarms")).as(AlarmEvent[].class);
    assertEquals(List.of("channel-added", "channel-removed", "channel-removed"),
        Arrays.stream(alarms)
            .map(AlarmEvent::kind)
            .filter(k -> k.startsWith("channel"))
            .toList());
  }

  @Test
  void aNewTestKeepsAChannelThatWasToLeave() {
    var channel = confirmed();
    remove(channel);
    message(2);
    server.pass(Duration.ofMinutes(1));
    laptop().post(owner.path("/channels/" + channel.id() + "/test"));
    laptop().post(owner.path("/channels/" + channel.id() + "/confirm"),
        new ConfirmCode(code(3))).as(Channel.class);
    server.pass(TestOwner.WAIT);
    server.server().retain();
    assertEquals(1, owner.status().channelsConfirmed());
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    for (var address : new String[]{"", "x", "a@b, c@d", "a@b\nBcc: c@d", "two words@x.org"})
      assertEquals("400 bad-request", laptop()
          .post(owner.path("/channels"), new Channel("", "email", address, false))
          .refusal());
  }

  @Test
  void alarmsOfTheWaitGoOutWhileNobodyIsLoggedIn() {
    confirmed();
    var request = TestRequest.byStranger(owner);
    request.ask().as(RequestStatus.class);
    for (int i = 0; i < 10; i++)
      server.pass(TestOwner.WAIT.dividedBy(10));
    for (int i = 2; i <= 6; i++)
      link(i);
  }
}

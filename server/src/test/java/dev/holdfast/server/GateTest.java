package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.RaisedAlarm;
import dev.holdfast.kernel.wire.ServerInfo;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest extends ServerTest {
  static final Sha256 EMPTY = Sha256.over();

  long now() {
    return server.clock.wall().getEpochSecond();
  }

  @Test
  void aCallIsNotMadeTwice() {
    var caller = owner.as(owner.laptop);
    var call = caller.sign("GET", owner.path(""), EMPTY, now(), TestCaller.nonce());
    assertEquals(200, caller.send(call, new byte[0], Map.of()).status());
    assertEquals("401 replay", caller.send(call, new byte[0], Map.of()).refusal());
  }

  @Test
  void aCallFromBeforeTheStartIsNotMadeAgainAfterIt() throws Exception {
    var caller = owner.as(owner.laptop);
    var call = caller.sign("GET", owner.path(""), EMPTY, now(), TestCaller.nonce());
    server.stop();
    server.clock.pass(Duration.ofSeconds(2));
    server.start();
    var here = call.at(server.url().getRawAuthority());
    assertEquals("401 clock", caller.send(here, new byte[0], Map.of()).refusal());
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void aClockThatIsOffIsToldTheTime(long off) {
    var caller = owner.as(owner.laptop);
    server.clock.pass(Duration.ofHours(1));
    var call = caller.sign("GET", owner.path(""), EMPTY, now() + off, TestCaller.nonce());
    var answer = caller.send(call, new byte[0], Map.of());
    assertEquals("401 clock", answer.refusal());
    assertEquals(Long.toString(server.clock.wall().toEpochMilli()),
        answer.header("Holdfast-Time"));
  }

  @Test
  void anotherBodyThanTheSignedOneIsRefused() {
    var caller = owner.as(owner.laptop);
    var call = caller.sign("POST", owner.path("/lock"), EMPTY, now(), TestCaller.nonce());
    assertEquals("401 unsigned",
        caller.send(call, "{}".getBytes(StandardCharsets.UTF_8), Map.of()).refusal());
  }

  @Test
  void anotherTargetThanTheSignedOneIsRefused() throws Exception {
    var caller = owner.as(owner.laptop);
    var signed = caller.sign("GET", owner.path("/alarms?after=1"), EMPTY, now(),
        TestCaller.nonce());
    var headers = caller.request(signed, new byte[0], Map.of()).headers();
    var changed = HttpRequest.newBuilder(server.url().resolve(owner.path("/alarms?after=0")));
    headers.map().forEach((name, values) -> changed.header(name, values.getFirst()));
    var answer = TestCaller.http().send(changed.build(), BodyHandlers.discarding());
    assertEquals(401, answer.statusCode());
  }

  @Test
  void aCallSignedForAnotherServerIsRefused(@TempDir Path elsewhere) throws Exception {
    try (var other = new TestServer(elsewhere)) {
      var caller = owner.as(owner.laptop);
      var signed = caller.sign("POST", owner.path("/lock"), EMPTY, now(), TestCaller.nonce());
      assertEquals("401 unsigned",
          caller.send(signed.at(other.url().getRawAuthority()), new byte[0], Map.of()).refusal());
      assertEquals("401 unsigned",
          caller.send(signed.at("vault.example.org"), new byte[0], Map.of()).refusal());
      assertEquals(200, caller.send(signed, new byte[0], Map.of()).status());
    }
  }

  @Test
  void theServersSealingKeyIsSignedByItsIdentity() {
    var info = owner.info();
    assertTrue(info.vouchesForSealingKey());
    var forged = new ServerInfo(info.version(), "00".repeat(32), info.sealingKey(),
        info.sealingKeySignature(), info.now(), info.startedAt(), info.loopback(),
        info.waitFloorSeconds(), info.waitSeconds(), info.lockSeconds());
    assertFalse(forged.vouchesForSealingKey());
  }

  @Test
  void aCallWithoutASignatureIsRefused() {
    var answer = TestCaller.unsigned(server.url().resolve(owner.path("")));
    assertEquals("401 unsigned", answer.refusal());
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqr",
      "0123 4567 89ab cdef ghij klmn opqr stuv wxyz 0123 4567 89ab cdef ghij klmn opqr"})
  void aRecoveryKeyInABodyIsRefusedAndForgotten(String key) throws Exception {
    var answer = owner.as(owner.laptop).post(owner.path("/alarms"), new RaisedAlarm(key));
    assertEquals("422 secret-in-body", answer.refusal());
    server.stop();
    assertNothingHolds(key);
  }

  @Test
  void aRecoveryCodeInABodyIsRefused() {
    try (var code = new RecoveryCode(1, TestDevice.secret())) {
      var printed = new String(code.print());
      assertEquals("422 secret-in-body",
          owner.as(owner.laptop).post(owner.path("/alarms"), new RaisedAlarm(printed)).refusal());
    }
  }

  @Test
  void aHashIsNoSecret() {
    var hash = Sha256.over(new byte[]{1}).hex();
    assertEquals("400 bad-request",
        owner.as(owner.laptop).post(owner.path("/alarms"), new RaisedAlarm(hash)).refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"kind\":null}", "{}", "{\"kind\":\"test\"} x", "\u0000"})
  void whatIsNotTheDocumentedJsonIsRefused(String body) {
    var answer = owner.as(owner.laptop)
        .call("POST", owner.path("/alarms"),
            body.getBytes(StandardCharsets.UTF_8), Map.of());
    assertEquals("400 bad-request", answer.refusal());
  }

  @Test
  void aBodyBeyondAMebibyteIsRefused() {
    var answer = owner.as(owner.laptop)
        .call("POST", owner.path("/alarms"),
            new byte[(1 << 20) + 1], Map.of());
    assertEquals("413 too-large", answer.refusal());
  }

  @Test
  void whatCostsOthersSomethingIsLimited() {
    for (int i = 0; i < 5; i++)
      assertEquals(200, owner.as(owner.laptop)
          .post(owner.path("/alarms"), new RaisedAlarm("signal-key-typed"))
          .status());
    assertEquals("429 too-many-requests", owner.as(owner.laptop)
        .post(owner.path("/alarms"), new RaisedAlarm("signal-key-typed"))
        .refusal());
    owner.as(owner.laptop).post(owner.path("/lock"));
    owner.as(owner.laptop).post(owner.path("/lock"));
    var alarms = owner.as(owner.laptop).get(owner.path("/alarms")).as(AlarmEvent[].class);
    assertEquals(6, alarms.length);
  }

  @Test
  void aStrangersBodyIsSmall() {
    var stranger = owner.as(TestDevice.named("stranger"));
    assertEquals("413 too-large",
        stranger.call("POST", "/v1/requests", new byte[20_000], Map.of()).refusal());
  }

  @Test
  void aCallThatDoesNotExistIsRefusedInTheSameForm() {
    var answer = TestCaller.unsigned(server.url().resolve("/v1/nothing"));
    assertEquals("404 no-such-thing", answer.refusal());
  }

  void assertNothingHolds(String text) throws Exception {
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .contains(text), "found in " + file.getFileName());
    }
  }
}

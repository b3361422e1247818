package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.wire.AlarmEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmStreamTest extends ServerTest {
  /// A listener with the stream open.
  final class Listener implements AutoCloseable {
    private final BufferedReader lines;

    Listener(String query, Map<String, String> headers) throws Exception {
      var caller = owner.as(owner.phone);
      var call = caller.sign("GET", owner.path("/alarms/stream" + query), Sha256.over(),
          server.clock.wall().getEpochSecond(), TestCaller.nonce());
      var response = TestCaller.http()
          .send(caller.request(call, new byte[0], headers),
              BodyHandlers.ofInputStream());
      assertEquals(200, response.statusCode());
      lines = new BufferedReader(
          new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    AlarmEvent next() throws IOException {
      String id = "";
      for (String line; (line = lines.readLine()) != null;) {
        if (line.startsWith("id: ")) id = line.substring(4);
        if (line.startsWith("data: ")) {
          var event = TestCaller.JSON.readValue(line.substring(6), AlarmEvent.class);
          assertEquals(id, Long.toString(event.sequence()));
          return event;
        }
      }
      throw new AssertionError("the stream ended");
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  @Test
  void anAlarmArrivesWhileSomebodyListens() throws Exception {
    try (var listener = new Listener("", Map.of())) {
      TestRequest.byStranger(owner).ask();
      var event = listener.next();
      assertEquals("requested", event.kind());
      assertEquals("a machine", event.from());
      server.pass(TestOwner.WAIT);
      assertEquals("waiting-25", listener.next().kind());
    }
  }

  @Test
  void whoeverComesBackMissesNothingAndHearsNothingTwice() throws Exception {
    TestRequest.byStranger(owner).ask();
    owner.as(owner.laptop).post(owner.path("/lock"));
    try (var listener = new Listener("?after=1", Map.of())) {
      assertEquals("locked", listener.next().kind());
    }
    owner.unlock(owner.epoch(1).factorKey);
    try (var listener = new Listener("?after=1", Map.of("Last-Event-ID", "2"))) {
      assertEquals("unlocked", listener.next().kind());
    }
  }

  @Test
  void aStopEndsTheStreamsSoon() throws Exception {
    try (var listener = new Listener("", Map.of())) {
      long begin = System.nanoTime();
      server.stop();
      assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 10);
      assertEquals(-1, listener.lines.lines().filter(line -> line.startsWith("data")).count() - 1);
    }
    server.start();
  }
}

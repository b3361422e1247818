package dev.holdfast.signalcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.sample.daemon.StandIn;
import dev.holdfast.signalcli.SignalCliException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FeedTest {
  static final Duration SOON = Duration.ofMillis(20);

  final StandIn daemon = new StandIn(true, 1_780_000_000_000L);
  final Kept kept = new Kept();
  Feed feed = new Feed(Daemon.at(daemon.url(), ""), "", kept, SOON);
  Thread running = Thread.ofVirtual().unstarted(() -> {});

  /// Keeps in memory.
  static final class Kept implements Feed.Sink {
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<Boolean> line = new CopyOnWriteArrayList<>();
    volatile String id = "";

    @Override
    public void keep(Event event, String streamId) {
      events.add(event);
      id = streamId;
    }

    @Override
    public void line(boolean connected) {
      line.add(connected);
    }

    List<String> texts() {
      return events.stream()
          .map(e -> e.content() instanceof Content.Received(var message) ? message.text() : "?")
          .toList();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    feed.close();
    daemon.close();
    running.join();
  }

  static IntStream cuts() {
    return IntStream.of(0, 1, 5, 30, 60, 90, 100, 130, 160, 200);
  }

  @Test
  void whatArrivesIsKeptInOrder() {
    listen();
    daemon.emit(message(1, "one"));
    daemon.emit(message(2, "two"), message(3, "three"));
    await(() -> kept.events.size() == 3);
    assertEquals(List.of("one", "two", "three"), kept.texts());
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void anEventCutMidLineOrMidCharacterComesWholeAfterReconnecting(int bytes) {
    listen();
    daemon.emit(message(1, "one"));
    await(() -> kept.events.size() == 1);
    daemon.emitCut(message(2, "\u00e4\u00f6\u00fc \ud83d\ude00 \u6f22\u5b57 two"), bytes);
    await(() -> kept.events.size() == 2);
    assertEquals(List.of("one", "\u00e4\u00f6\u00fc \ud83d\ude00 \u6f22\u5b57 two"), kept.texts());
    assertEquals("1780000000000-0", daemon.resumptions().getLast());
  }

  @Test
  void duplicatesOfAReplayAreDropped() {
    listen();
    daemon.emit(message(1, "one"), message(2, "two"), message(1, "one"));
    await(() -> kept.events.size() == 2);
    feed.close();
    feed = new Feed(Daemon.at(daemon.url(), ""), "garbage", kept, SOON);
    daemon.emit(message(3, "three"));
    listen();
    await(() -> kept.texts().contains("three"));
    assertEquals(List.of("one", "two", "one", "two", "three"), kept.texts(),
        "a new feed knows nothing of the old one's, but each is handed out once");
  }

  @Test
  void theDaemonMayHangUpRefuseAndComeBack() {
    listen();
    for (int i = 0; i < 5; i++) {
      daemon.refuse(i % 2 == 0 ? 500 : 429, 2);
      daemon.hangUp();
      daemon.emit(message(10 + i, "after " + i));
      int wanted = i + 1;
      await(() -> kept.events.size() == wanted);
    }
    assertEquals("after 4", kept.texts().getLast());
  }

  @Test
  void silenceCountsAsDeathAndKeepAlivesAsLife() {
    feed.close();
    feed = new Feed(Daemon.at(daemon.url(), "", Duration.ofMillis(600)), "", kept, SOON);
    listen();
    var end = System.nanoTime() + Duration.ofMillis(1500).toNanos();
    while (System.nanoTime() < end) {
      daemon.keepAlive(1000);
      Thread.onSpinWait();
    }
    assertEquals(1, daemon.resumptions().size(), "a burst of keep-alives is life");
    await(() -> daemon.resumptions().size() > 1);
  }

  @Test
  void aSinkThatFailsEndsTheFeedAndTheEventComesAgain() {
    listen();
    daemon.emit(message(1, "one"));
    await(() -> kept.events.size() == 1);
    feed.close();
    var failing = new Feed(Daemon.at(daemon.url(), ""), kept.id, new Feed.Sink() {
      @Override
      public void keep(Event event, String id) {
        throw new IllegalStateException("disk full");
      }

      @Override
      public void line(boolean connected) {}
    }, SOON);
    daemon.emit(message(2, "two"));
    assertThrows(IllegalStateException.class, failing::run);
    feed = new Feed(Daemon.at(daemon.url(), ""), kept.id, kept, SOON);
    listen();
    await(() -> kept.events.size() == 2);
    assertEquals(List.of("one", "two"), kept.texts());
  }

  @Test
  void whatTryingAgainCannotHelpEndsIt() {
    for (int status : new int[]{421, 404, 400}) {
      daemon.refuse(status, 1);
      var refused = assertThrows(SignalCliException.class,
          () -> new Feed(Daemon.at(daemon.url(), ""), "", kept, SOON).run());
      assertEquals(Kind.REFUSED, refused.kind());
    }
    assertEquals(Kind.REFUSED, assertThrows(SignalCliException.class,
        () -> new Feed(Daemon.at(daemon.url(), "unknown"), "", kept, SOON).run()).kind());
  }

  @Test
  void anOlderDaemonWithoutIdsAndLinesOverTcpWorkToo() throws InterruptedException {
    for (var over : List.of("http", "tcp")) {
      try (var older = new StandIn(false, 0)) {
        var got = new Kept();
        var reading = new Feed(
            Daemon.at(over.equals("http") ? older.url() : older.tcpUrl(), "+49170"),
            "", got, SOON);
        var thread = Thread.ofVirtual().start(reading::run);
        await(() -> older.listeners() == 1 && !got.line.isEmpty());
        older.emit(message(1, "one"));
        await(() -> got.events.size() == 1);
        older.hangUp();
        await(() -> older.listeners() == 1);
        older.emit(message(1, "one"), message(2, "two"));
        await(() -> got.events.size() == 2);
        assertEquals(List.of("one", "two"), got.texts());
        reading.close();
        thread.join();
      }
    }
  }

  @Test
  void callsAnswerOverBothLinesAndErrorsHaveTheirKinds() {
    daemon.answering("send",
        request -> "{\"code\":-5,\"message\":\"x\",\"data\":{\"response\":{\"timestamp\":1,\"results\":[{\"type\":\"RATE_LIMIT_FAILURE\",\"retryAfterSeconds\":3600}]}}}");
    for (var url : List.of(daemon.url(), daemon.tcpUrl())) {
      try (var line = Daemon.at(url, "+49170")) {
        assertEquals("0.14.6", line.call("version", Map.of()).path("version").asText());
        var limited = assertThrows(SignalCliException.class,
            () -> line.call("send", Map.of("message", "x")));
        assertEquals(Kind.RATE_LIMITED, limited.kind());
        assertEquals(Duration.ofHours(1), limited.retryAfter());
        assertEquals(Kind.REFUSED,
            assertThrows(SignalCliException.class, () -> line.call("noSuchCall", Map.of())).kind());
      }
    }
    assertTrue(daemon.calls().stream().anyMatch(call -> call.contains("\"account\":\"+49170\"")));
  }

  @Test
  void nobodyThereIsSaidSoAndAnswersWithoutBodyToo() {
    try (var line = Daemon.at("http://127.0.0.1:1", "")) {
      assertEquals(Kind.UNREACHABLE,
          assertThrows(SignalCliException.class, () -> line.call("version", Map.of())).kind());
    }
    try (var line = Daemon.at(daemon.url(), "")) {
      for (var status : Map.of(201, Kind.FAILED, 415, Kind.REFUSED, 421, Kind.REFUSED).entrySet()) {
        daemon.refuse(status.getKey(), 1);
        assertEquals(status.getValue(),
            assertThrows(SignalCliException.class, () -> line.call("version", Map.of())).kind());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Daemon.at("ftp://x", ""));
  }

  private void listen() {
    int before = daemon.resumptions().size();
    running = Thread.ofVirtual().start(feed::run);
    await(() -> daemon.resumptions().size() > before);
  }

  static String message(long timestamp, String text) {
    return new String(
        ("{\"envelope\":{\"source\":\"6f1c\",\"sourceNumber\":null,\"sourceUuid\":\"6f1c\",\"sourceName\":\"Support\",\"sourceDevice\":1,\"timestamp\":"
            + timestamp + ",\"serverReceivedTimestamp\":1,\"dataMessage\":{\"timestamp\":"
            + timestamp
            + ",\"message\":\"" + text + "\",\"expiresInSeconds\":0}},\"account\":\"+49170\"}")
            .getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
  }

  private static void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("it did not come true in time");
      Thread.onSpinWait();
    }
  }
}

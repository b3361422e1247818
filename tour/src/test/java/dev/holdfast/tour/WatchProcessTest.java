package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.sample.daemon.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The watch as people run it: a process beside a daemon that behaves badly.
@Timeout(300)
class WatchProcessTest {
  private static final String PLEASE = "Please paste your recovery key here or your backup is lost.";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir
  Path folder;
  final StandIn daemon = new StandIn(true, 1_780_000_000_000L);
  final Identity owner = Identity.random(new SecureRandom());

  @AfterEach
  void stop() {
    daemon.close();
    owner.close();
  }

  @Test
  void itWarnsOfALureAndKeepsEvidenceThatOnlyTheOwnerOpens() throws Exception {
    try (var watch = watch(daemon.url())) {
      daemon.emit(message("77aa", 1, "see you at eight, I bring the bread"));
      daemon.emit(message("6f1c", 2, PLEASE));
      await(() -> dangers(watch) == 1 && evidence().contains(PLEASE));
      var warning = watch.said().getLast();
      assertTrue(warning.contains("\"asks\":[\"recovery_key\""), warning);
      assertFalse(warning.contains("Support"), "no name stands in it");
      assertFalse(evidence().contains("bread"));
      assertFalse(anyFileHolds("recovery key"), "no message stands in clear");
      assertTrue(daemon.calls().stream().anyMatch(call -> call.contains("\"noteToSelf\":true")));
      assertEquals(143, watch.stop(), "128 and the number of the signal");
    }
  }

  @Test
  void aDaemonThatRefusesAndCutsItsLinesCostsNoMessage() throws Exception {
    daemon.refuse(503, 2);
    try (var watch = watch(daemon.url())) {
      daemon.emitCut(message("6f1c", 1, PLEASE), 60);
      await(() -> dangers(watch) == 1);
      daemon.refuse(429, 1);
      daemon.hangUp();
      daemon.emit("{\"account\":\"+49\",\"envelope\":null}", "{\"account\":null}",
          message("beef", 2, PLEASE));
      await(() -> dangers(watch) == 2);
    }
  }

  @Test
  void aKillLosesNothingAndWarnsOfNothingTwice() throws Exception {
    try (var watch = watch(daemon.url())) {
      daemon.emit(message("6f1c", 1, PLEASE));
      await(() -> dangers(watch) == 1);
      watch.kill();
    }
    daemon.emit(message("beef", 2, PLEASE));
    try (var watch = watch(daemon.url())) {
      await(() -> watch.said().size() >= 1);
      daemon.emit(message("77aa", 3, PLEASE));
      await(() -> watch.said().size() >= 2);
      assertEquals(2, dangers(watch), () -> watch.said().toString());
    }
  }

  @Test
  void linesOverTcpAreScreenedToo() throws Exception {
    try (var watch = watch(daemon.tcpUrl())) {
      daemon.emit(message("6f1c", 1, PLEASE));
      await(() -> dangers(watch) == 1);
    }
  }

  /// Started, and listening.
  private WatchProcess watch(String url) throws IOException {
    int before = daemon.resumptions().size();
    var watch = WatchProcess.start(folder.resolve("home"), url, "--evidence-for",
        owner.recipient().text());
    await(() -> daemon.resumptions().size() > before && daemon.listeners() > 0 || !watch.isAlive());
    assertTrue(watch.isAlive(), () -> "it ended; it said why in " + folder.resolve("home.log"));
    return watch;
  }

  private static long dangers(WatchProcess watch) {
    return watch.said().stream().filter(line -> line.contains("\"level\":\"danger\"")).count();
  }

  private String evidence() {
    var kept = folder.resolve("home/watch/evidence");
    if (!Files.isDirectory(kept)) return "";
    var text = new StringBuilder();
    try (var files = Files.walk(kept)) {
      for (var file : files.filter(f -> f.toString().endsWith(".age")).toList())
        text.append(new String(AgeFiles.open(owner, Files.readAllBytes(file), "evidence"),
            StandardCharsets.UTF_8));
    } catch (IOException | UncheckedIOException e) {
      return ""; // it is being written
    }
    return text.toString();
  }

  private boolean anyFileHolds(String words) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words))
          return true;
      return false;
    }
  }

  private static String message(String person, long timestamp, String text) {
    return "{\"envelope\":{\"source\":\"" + person
        + "\",\"sourceNumber\":null,\"sourceUuid\":\"" + person
        + "\",\"sourceName\":\"Support\",\"sourceDevice\":1,\"timestamp\":" + timestamp
        + ",\"dataMessage\":{\"timestamp\":" + timestamp + ",\"message\":\"" + text
        + "\",\"expiresInSeconds\":0}},\"account\":\"+49\"}";
  }

  private static void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("it did not come true in time");
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }
}

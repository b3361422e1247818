package dev.holdfast.client.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.Json;
import dev.holdfast.client.draft.Argon2id;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.client.home.Home;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.draft.SecretKind;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.sample.daemon.StandIn;
import dev.holdfast.signalcli.Daemon;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WatchTest {
  static final Screen SCREEN = Screen.packed();
  static final Lexicon LEXICON = Lexicon.load();
  static final Argon2id QUICK = new Argon2id(64, 1);
  static final String KEY = "k7abm2xq9d4tn6wr3hc5ve8gpj1ufy0zqm3t8k5rw2xn7cj4vd9bh6ygpe1asf0u";
  static final String PLEASE = "Please paste your recovery key here or your backup is lost.";

  @TempDir
  Path folder;
  final SecureRandom random = new SecureRandom();
  final Identity owner = Identity.random(random);
  final StandIn daemon = new StandIn(true, 1_780_000_000_000L);
  final List<Warning> warnings = new CopyOnWriteArrayList<>();
  final Moving clock = new Moving();
  final List<Warning.Channel> channels = new ArrayList<>(List.of(warnings::add));
  Optional<Watch> watch = Optional.empty();
  Thread running = Thread.ofVirtual().unstarted(() -> {});

  @AfterEach
  void stop() throws InterruptedException {
    watch.ifPresent(Watch::close);
    daemon.close();
    running.join();
    owner.close();
  }

  @Test
  void aLureIsWarnedOfOnceAndKeptAsEvidenceThatOnlyTheOwnerReads() {
    start();
    daemon.emit(message("6f1c", 1, "Hello, this is Signal Support. Your backups will be deleted."));
    daemon.emit(message("6f1c", 2, PLEASE), message("6f1c", 3, PLEASE));
    await(() -> inboxEmpty() && lines().size() >= 3);
    var danger = warnings.stream().filter(w -> w.level() == Level.DANGER).toList();
    assertEquals(1, danger.size(), "once, not for every message");
    assertEquals("Support", danger.getFirst().name());
    assertEquals(Ask.RECOVERY_KEY, danger.getFirst().asks().getFirst());
    assertTrue(lines().stream().anyMatch(line -> line.text().equals(PLEASE)));
    assertChained(lines());
    assertFalse(anyFileHolds("recovery key"), "no message stands anywhere in clear");
  }

  @Test
  void ordinaryTalkLeavesNothingBehind() {
    start();
    daemon.emit(message("77aa", 1, "see you at eight, I bring the bread"));
    await(() -> screened() == 1 && inboxEmpty());
    assertTrue(lines().isEmpty());
    assertEquals(List.of(), warnings);
    assertFalse(anyFileHolds("bread"));
  }

  @Test
  void pretextAndAskMayComeApartAndAnEditCounts() {
    start();
    daemon.emit(message("6f1c", 1, "hello"));
    daemon.emit("{\"envelope\":{" + who("6f1c", 2)
        + ",\"editMessage\":{\"targetSentTimestamp\":1,\"dataMessage\":{\"message\":\"" + PLEASE
        + "\"}}},\"account\":\"+49\"}");
    daemon.emit("{\"envelope\":{" + who("6f1c", 3)
        + ",\"dataMessage\":{\"message\":null,\"remoteDelete\":{\"timestamp\":1}}},\"account\":\"+49\"}");
    await(() -> screened() == 3 && lines().size() == 3);
    assertEquals(List.of("message", "edit", "delete"),
        lines().stream().map(Evidence.Line::kind).toList());
    assertEquals("hello", lines().getFirst().text(), "what stood there before the edit is kept");
    assertEquals(Level.DANGER, warnings.getLast().level());
    assertChained(lines());
  }

  @Test
  void anEventWaitsSealedThroughAKillAndIsScreenedAfterwards() {
    channels.addFirst(warning -> {
      throw new Killed();
    });
    start();
    daemon.emit(message("6f1c", 1, PLEASE));
    await(() -> !running.isAlive());
    assertEquals(1, waiting(), "it waits");
    assertFalse(anyFileHolds("recovery key"), "sealed");
    channels.removeFirst();
    start();
    await(this::inboxEmpty);
    assertEquals(Level.DANGER, warnings.getLast().level());
    await(() -> daemon.listeners() > 0);
    daemon.hangUp();
    await(() -> daemon.resumptions().size() >= 3);
    assertEquals(1, warnings.size(), "a replay after the kill warns of nothing twice");
  }

  @Test
  void whatAFormerRunScreenedIsNotScreenedAgain() throws InterruptedException {
    start();
    daemon.emit(message("6f1c", 1, PLEASE));
    await(() -> screened() == 1);
    watch.ifPresent(Watch::close);
    running.join();
    daemon.emit(message("6f1c", 1, PLEASE), message("77aa", 2, "hi"));
    start();
    await(() -> screened() == 2);
    assertEquals(1, warnings.size());
  }

  @Test
  void aDeviceLinkInAPictureIsDangerWhateverTheTextSays() throws Exception {
    var bits = new QRCodeWriter().encode("sgnl://linkdevice?uuid=abc&pub_key=def",
        BarcodeFormat.QR_CODE, 300, 300);
    var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 300; y++)
      for (int x = 0; x < 300; x++)
        image.setRGB(x, y, bits.get(x, y) ? 0 : 0xffffff);
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    var data = Base64.getEncoder().encodeToString(png.toByteArray());
    daemon.answering("getAttachment", request -> "{\"data\":\"" + data + "\"}");
    start();
    daemon.emit("{\"envelope\":{" + who("77aa", 1)
        + ",\"dataMessage\":{\"message\":null,\"attachments\":[{\"contentType\":\"image/png\",\"id\":\"f1\",\"size\":900,\"filename\":null}]}},\"account\":\"+49\"}");
    await(() -> !warnings.isEmpty());
    assertEquals(Level.DANGER, warnings.getFirst().level());
    assertEquals(Ask.DEVICE_LINK, warnings.getFirst().asks().getFirst());
  }

  @Test
  void anOwnSecretThatLeftIsWarnedOfAndNeverWrittenDown() {
    new OwnSecrets(Home.at(folder), random, QUICK).learn(SecretKind.RECOVERY_KEY, KEY);
    start();
    daemon.emit(message("6f1c", 1, PLEASE));
    daemon.emit(sent("6f1c", 2, "ok it is " + KEY.substring(0, 32) + " wait"));
    daemon.emit(message("6f1c", 3, "I read " + KEY.substring(0, 32) + ", and the rest?"));
    await(() -> screened() == 3 && lines().size() == 3);
    assertEquals("recovery_key",
        warnings.stream().map(Warning::ownSecret).filter(s -> !s.isEmpty()).findFirst().orElse(""));
    var told = lines().stream().map(Evidence.Line::text).toList();
    for (var text : told)
      for (int i = 0; i + 12 <= 32; i += 4)
        assertFalse(text.contains(KEY.substring(i, i + 12)), "no three groups of the key");
    assertTrue(told.get(1).startsWith("ok it is [own recovery key]"),
        told.get(1).length() + " letters");
    assertTrue(told.get(2).contains("and the rest?"));
  }

  @Test
  void evidenceIsGoneAfterThirtyDaysAndNotBefore() {
    start();
    daemon.emit(message("6f1c", 1, PLEASE));
    await(() -> screened() == 1 && !lines().isEmpty());
    clock.now = clock.now.plus(Duration.ofDays(29));
    daemon.emit(message("77aa", 2, "hi"));
    await(() -> screened() == 2);
    assertFalse(lines().isEmpty());
    clock.now = clock.now.plus(Duration.ofDays(2));
    daemon.emit(message("77aa", 3, "hi again"));
    await(() -> screened() == 3);
    assertTrue(lines().isEmpty());
  }

  @Test
  void aNoteToSelfIsSentAndItsFailureStopsNothing() {
    var failures = new CopyOnWriteArrayList<String>();
    var line = Daemon.at(daemon.url(), "");
    channels.add(new NoteToSelf(line, warning -> "look out", failures::add));
    start();
    daemon.emit(message("6f1c", 1, PLEASE));
    await(() -> daemon.calls()
        .stream()
        .anyMatch(call -> call.contains("\"noteToSelf\":true") && call.contains("look out")));
    daemon.answering("send", request -> "{\"code\":-5,\"message\":\"x\",\"data\":null}");
    daemon.emit(message("beef", 2, PLEASE));
    await(() -> screened() == 2);
    assertEquals(
        List.of("the note to yourself could not be sent: signal-cli reports too many messages"),
        failures);
    line.close();
  }

  @Test
  void contactsAreThoseThatTheOwnerAccepted() {
    daemon.answering("listContacts",
        request -> "[{\"uuid\":\"a1\",\"number\":null,\"name\":\"Anna\",\"isBlocked\":false},{\"uuid\":\"b2\",\"number\":\"+49\",\"name\":\"\",\"profileSharing\":true},{\"uuid\":\"c3\",\"name\":null,\"profileSharing\":false},{\"uuid\":\"d4\",\"name\":\"X\",\"isBlocked\":true}]");
    try (var line = Daemon.at(daemon.url(), "")) {
      var contacts = new Contacts(line);
      assertTrue(contacts.knows("a1", clock.now) && contacts.knows("b2", clock.now)
          && contacts.knows("+49", clock.now));
      assertFalse(contacts.knows("c3", clock.now) || contacts.knows("d4", clock.now)
          || contacts.knows("zz", clock.now));
    }
  }

  /// What a process that is killed leaves is what one that throws leaves: nothing is cleaned up.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  static final class Moving extends Clock {
    volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void start() {
    var line = Daemon.at(daemon.url(), "");
    var secrets = new OwnSecrets(Home.at(folder), random, QUICK);
    var begun = new Watch(Home.at(folder), random,
        new Watch.Parts(line, () -> SCREEN, () -> secrets.draft(LEXICON),
            Optional.of(owner.recipient()), new Pictured(line, Optional.empty()), channels,
            connected -> {}, clock));
    watch = Optional.of(begun);
    int before = daemon.resumptions().size();
    running = Thread.ofVirtual().uncaughtExceptionHandler((t, e) -> {}).start(begun::run);
    await(() -> daemon.resumptions().size() > before || !running.isAlive());
  }

  private List<Evidence.Line> lines() {
    var evidence = folder.resolve("watch/evidence");
    if (!Files.isDirectory(evidence)) return List.of();
    var lines = new ArrayList<Evidence.Line>();
    try (var files = Files.walk(evidence)) {
      for (var file : files.filter(f -> f.toString().endsWith(".age")).sorted().toList())
        for (var line : new String(AgeFiles.open(owner, Files.readAllBytes(file), "evidence"),
            StandardCharsets.UTF_8).lines().toList())
          lines
              .add(Json.read("a line", line.getBytes(StandardCharsets.UTF_8), Evidence.Line.class));
      return lines;
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of(); // it is being written or swept
    }
  }

  private static void assertChained(List<Evidence.Line> lines) {
    var previous = "";
    for (var line : lines) {
      assertEquals(previous, line.previous());
      var unhashed = new Evidence.Line(line.n(), line.at(), line.kind(), line.from(), line.sent(),
          line.target(),
          line.text(), line.attached(), line.level(), line.asks(), line.previous(), "");
      assertEquals(line, unhashed.hashed());
      previous = line.hash();
    }
  }

  private long screened() {
    try {
      return Files.readAllLines(folder.resolve("watch/screened")).stream().distinct().count();
    } catch (IOException e) {
      return 0;
    }
  }

  private boolean inboxEmpty() {
    return waiting() == 0;
  }

  private int waiting() {
    try (var files = Files.list(folder.resolve("watch/inbox"))) {
      return (int) files.filter(f -> f.toString().endsWith(".age")).count();
    } catch (IOException e) {
      return -1;
    }
  }

  private boolean anyFileHolds(String words) {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words))
          return true;
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String who(String person, long timestamp) {
    return "\"source\":\"" + person + "\",\"sourceNumber\":null,\"sourceUuid\":\"" + person
        + "\",\"sourceName\":\"Support\",\"sourceDevice\":1,\"timestamp\":" + timestamp;
  }

  private static String message(String person, long timestamp, String text) {
    return "{\"envelope\":{" + who(person, timestamp) + ",\"dataMessage\":{\"timestamp\":"
        + timestamp
        + ",\"message\":\"" + text + "\",\"expiresInSeconds\":0}},\"account\":\"+49\"}";
  }

  private static String sent(String to, long timestamp, String text) {
    return "{\"envelope\":{" + who("me", timestamp)
        + ",\"syncMessage\":{\"sentMessage\":{\"destination\":\"" + to
        + "\",\"destinationNumber\":null,\"destinationUuid\":\"" + to + "\",\"timestamp\":"
        + timestamp
        + ",\"message\":\"" + text + "\"}}},\"account\":\"+49\"}";
  }

  private static void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("it did not come true in time");
      Thread.onSpinWait();
    }
  }
}

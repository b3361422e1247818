package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.sample.FrameFolder;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.WireReader;
import dev.holdfast.archive.signal.WireWriter;
import dev.holdfast.cli.ScriptedTerminal;
import dev.holdfast.sample.Sample;
import dev.holdfast.sample.SampleFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the owner of the chats lives through, with a real server.
class OwnerTest {
  @TempDir
  Path folder;

  @Test
  void aFolderComesBackOnAFreshMachineWhichThenBacksUpItself() throws IOException {
    try (var town = Town.withVault(folder, "2s")) {
      var papers = town.papers(1);
      var backup = town.laptop.types("backup", papers, "--opaque", "--json").with(0).json();
      assertEquals("opaque", backup.get("mode").asText());
      assertTrue(backup.get("bytesAdded").asLong() > 200_000);
      var fresh = town.machine("fresh");
      var restored = town.restores(fresh, town.code, "restored").with(0).json();
      assertEquals(backup.get("snapshot"), restored.get("snapshot"));
      assertEquals(2, restored.get("epoch").asInt());
      assertArrayEquals(Files.readAllBytes(papers.resolve("photo")),
          Files.readAllBytes(town.at("restored").resolve("papers/photo")));
      fresh.types("backup", town.papers(2), "--opaque").with(0);
      assertEquals(2, fresh.types("snapshots", "--json").with(0).json().size());
      fresh.types("check", "--read-data", "100").with(0);
      fresh.types("audit", "verify").with(0);
    }
  }

  @Test
  void aSpentCodeIsRefusedAndTheReserveCounts() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      town.restores(town.machine("one"), town.code, "first").with(0);
      var spent = town.restores(town.machine("two"), town.code, "second").with(8);
      assertTrue(spent.complained().contains("spent"), spent.complained());
      town.restores(town.machine("two"), town.reserve, "third").with(0);
      town.restores(town.machine("three"), town.at("first-reserve"), "fourth").with(0);
      town.laptop.types("backup", town.papers(2), "--opaque").with(0);
    }
  }

  @Test
  void aSignalBackupComesBackUnderAFreshKey() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      sample(town, 0);
      var key = town.at("phone").resolve("signal-key.txt");
      var first = town.laptop
          .types("backup", town.at("phone"), "--signal-key-file", key, "--json")
          .with(0)
          .json();
      assertEquals("signal", first.get("mode").asText());
      sample(town, 1);
      var second = town.laptop.types("backup", town.at("phone"), "--json").with(0).json();
      assertTrue(second.get("newFrames").asLong() < second.get("frames").asLong() / 2);
      var fresh = town.machine("fresh");
      var keyOut = town.at("fresh-key");
      fresh.types("restore", "latest", "--server", town.server.url(), "--to", town.at("back"),
          "--code-file", town.code, "--unlock-file", town.unlock, "--signal-key-out", keyOut,
          "--reserve-out", town.at("next")).with(0);
      assertTrue(Files.readString(keyOut).matches("[0-9a-z]{64}\n"));
      assertNotEquals(Files.readString(key), Files.readString(keyOut));
      assertEquals("rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(keyOut)));
      var again = fresh.types("backup", town.at("back"), "--signal-key-file", keyOut, "--json")
          .with(0)
          .json();
      assertEquals(second.get("frames"), again.get("frames"));
    }
  }

  @Test
  void custodyIsTakenOnlyOnceTheFolderIsInTheVault() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      sample(town, 0);
      var key = town.at("phone").resolve("signal-key.txt");
      town.laptop.types("backup", town.at("phone"), "--signal-key-file", key, "--take-custody")
          .with(2);
      town.laptop
          .types("backup", town.at("phone"), "--signal-key-file", key, "--take-custody", "--yes")
          .with(0);
      try (var left = Files.list(town.at("phone").resolve("SignalBackups"))) {
        assertFalse(
            left.anyMatch(path -> path.getFileName().toString().startsWith("signal-backup")));
      }
      town.laptop.types("check").with(0);
    }
  }

  @Test
  void aRestoreStopsWhileThereIsSomethingToWaitForAndGoesOnLater() throws IOException {
    try (var town = Town.withVault(folder, "4s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var fresh = town.machine("fresh");
      var asked = fresh.types("restore", "latest", "--server", town.server.url(), "--to",
          town.at("back"), "--code-file", town.code, "--unlock-file", town.unlock, "--no-wait",
          "--json").with(5).json();
      var list = town.laptop.types("release", "list", "--json").with(0).json();
      assertEquals(asked.get("request"), list.get(0).get("request"));
      assertTrue(list.get(0).get("factorProved").asBoolean());
      fresh.types("release", "finish", asked.get("request").asText().substring(0, 8), "--to",
          town.at("back"), "--code-file", town.code, "--unlock-file", town.unlock,
          "--reserve-out", town.at("next")).with(0);
      assertEquals(1, town.laptop.types("release", "list", "--json").with(0).json().size());
      assertTrue(Files.exists(town.at("back").resolve("papers/letter")));
    }
  }

  @Test
  void statusAsksAboutSignalsOwnCopiesUntilAnswered() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      assertTrue(town.laptop.types("status").with(0).said().contains("cloud backup off?"));
      var left = town.laptop.types("status", "--answered", "cloud", "--json").with(0).json();
      assertEquals(2, left.get("questions").size());
      town.laptop.types("status", "--answered", "authenticator", "--answered", "folders").with(0);
      assertFalse(town.laptop.types("status").with(0).said().contains("?"));
      town.laptop.types("status", "--answered", "weather").with(2);
    }
  }

  @Test
  void mediaThatOnlySignalsCloudHasAreGivenUpOnlyIfTheOwnerSaysSo() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      sample(town, 0);
      var key = town.at("phone").resolve("signal-key.txt");
      town.laptop.types("backup", withMediaInTheCloud(town), "--signal-key-file", key).with(0);
      var declined = new ScriptedTerminal(Clock.systemUTC()).answering("n");
      assertTrue(restoresAt(declined, town).with(0).said().contains("1 media file exists"));
      assertFalse(Files.exists(town.at("back/SignalBackups")));
      var agreed = new ScriptedTerminal(Clock.systemUTC()).answering("y");
      restoresAt(agreed, town).with(0);
      assertTrue(Files.exists(town.at("back/SignalBackups")));
      var unasked = town.machine("fresh")
          .types("restore", "latest", "--to", town.at("again"),
              "--code-file", town.reserve, "--unlock-file", town.unlock, "--json")
          .with(0)
          .json();
      assertEquals(1, unasked.get("mediaOnlyInCloud").asLong());
    }
  }

  private static Machine.Came restoresAt(ScriptedTerminal terminal, Town town) {
    return town.machine("fresh")
        .types(terminal, "restore", "latest", "--server", town.server.url(), "--to",
            town.at("back"), "--code-file", town.code, "--unlock-file", town.unlock);
  }

  /// The sample with a picture in its last message that was never fetched.
  private static Path withMediaInTheCloud(Town town) throws IOException {
    try (var key = RecoveryKey.parse(SampleFolder.keyText(7))) {
      var frames = FrameFolder.read(town.at("phone"), key);
      var locator = new WireWriter().varint(7, 3).bytes(10, new byte[32]);
      var pointer = new WireWriter().text(4, "image/png").message(13, locator);
      var picture = new WireWriter()
          .message(11, new WireWriter().message(3, new WireWriter().message(1, pointer)))
          .toBytes();
      var item = new WireReader(frames.removeLast());
      assertTrue(item.next() && item.number() == 4);
      var body = new ByteArrayOutputStream();
      body.write(item.bytes());
      body.write(picture);
      frames.add(new WireWriter().bytes(4, body.toByteArray()).toBytes());
      FrameFolder.write(town.at("away"), key, Instant.parse("2026-11-24T10:00:00Z"), frames);
      return town.at("away");
    }
  }

  @Test
  void anExportThatCannotBeWrittenIsRefusedBeforeTheCodeIsSpent() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      exports(town, town.papers(1)).with(2);
      var came = exports(town, town.at("chats")).with(2);
      assertTrue(came.complained().contains("no chats"), came.complained());
      town.restores(town.machine("fresh"), town.code, "back").with(0);
    }
  }

  private static Machine.Came exports(Town town, Path to) {
    return town.machine("fresh")
        .types("export", "latest", "--server", town.server.url(), "--to", to, "--code-file",
            town.code, "--unlock-file", town.unlock);
  }

  private static void sample(Town town, int day) throws IOException {
    var phone = Files.createDirectories(town.at("phone"));
    SampleFolder.write(
        new Sample(7, 600, 20, 6, 600_000, Sample.Numbering.STABLE, day), phone);
    Files.writeString(phone.resolve("signal-key.txt"), SampleFolder.keyText(7) + "\n");
  }
}

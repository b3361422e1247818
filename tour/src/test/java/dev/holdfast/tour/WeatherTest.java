package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong around a vault: clocks, servers, disks.
class WeatherTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {-400, -1, 2, 30})
  void aWrongClockIsCorrected(long days) throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var late = new Machine(town.laptop.home(),
          Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
      late.types("status").with(0);
      late.types("backup", town.papers(2), "--opaque").with(0);
      late.types("lock").with(0);
      late.types("unlock", "--unlock-file", town.unlock).with(0);
    }
  }

  @Test
  void aServerThatIsGoneIsASentenceAndExitCodeSeven() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.server.stop();
      var came = town.laptop.types("status").with(7);
      assertEquals(2, came.complained().lines().count());
      town.laptop.types("backup", town.papers(1), "--opaque").with(7);
      town.server.startAgain();
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
    }
  }

  @Test
  void aRestartDuringTheWaitOnlyLengthensIt() throws IOException {
    try (var town = Town.withVault(folder, "3s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var fresh = town.machine("fresh");
      town.restoresWithoutWaiting(fresh, town.code).with(5);
      town.server.stop();
      town.server.startAgain();
      town.restores(fresh, town.code, "back").with(0);
    }
  }

  @Test
  void aForgedObjectIsFoundAndNothingIsWrittenUnderItsName() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var name = town.laptop.types("show", "latest", "--json")
          .with(0)
          .json()
          .get("objects")
          .get(0)
          .get("name")
          .asText();
      flipByte(objectFile(town, name));
      var report = town.laptop.types("check", "--read-data", "100", "--json").with(6).json();
      assertEquals(1, report.get("problems").size());
      town.restores(town.machine("fresh"), town.code, "back").with(6);
      assertFalse(Files.exists(town.at("back").resolve("papers")));
    }
  }

  @Test
  void aServerSetBackToAnOlderStateIsNoticed() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      town.server.stop();
      copy(town.server.home(), town.at("older"));
      town.server.startAgain();
      town.laptop.types("backup", town.papers(2), "--opaque").with(0);
      town.server.stop();
      delete(town.server.home());
      copy(town.at("older"), town.server.home());
      town.server.startAgain();
      var came = town.laptop.types("snapshots").with(6);
      assertTrue(came.complained().contains("holdfast: hint: "), came.complained());
      var status = town.laptop.types("alarm", "list", "--json").with(0).lines();
      assertTrue(status.stream().anyMatch(alarm -> alarm.get("kind").asText().equals("rolled-back")));
    }
  }

  @Test
  void twoBackupsOfOneHomeDoNotCollide() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      var home = dev.holdfast.client.home.Home.at(town.laptop.home());
      try (var held = home.lock()) {
        assertTrue(held != null);
        town.laptop.types("backup", town.papers(1), "--opaque").with(5);
      }
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
    }
  }

  private static Path objectFile(Town town, String name) throws IOException {
    try (var files = Files.walk(town.server.home())) {
      return files.filter(Files::isRegularFile)
          .filter(file -> file.toString().replace("/", "").contains(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void flipByte(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files.forEach(file -> {
        try {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(file);
    }
  }
}

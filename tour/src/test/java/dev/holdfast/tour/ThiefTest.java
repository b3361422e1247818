package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a thief gets: nothing, and the owner hears of it.
class ThiefTest {
  private static final String SIGNAL_KEY = "k7wq".repeat(16);

  @TempDir
  Path folder;

  @Test
  void signalsKeyOpensNothingAndIsCalledPhishing() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      var key = Files.writeString(town.at("phished"), SIGNAL_KEY + "\n");
      var came = steal(town, town.machine("thief"), key).with(8);
      assertTrue(came.complained().contains("phishing"), came.complained());
      assertFalse(came.complained().contains("k7wq"), "the key is not quoted");
      assertEquals(0, alarms(town, "signal-key-typed"));
    }
  }

  @Test
  void signalsKeyTypedWhereTheVaultIsKnownWarnsItsOwner() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      var key = Files.writeString(town.at("phished"), SIGNAL_KEY + "\n");
      steal(town, town.laptop, key).with(8);
      assertEquals(1, alarms(town, "signal-key-typed"));
    }
  }

  @Test
  void theCodeWithoutTheFactorIsLoggedAndAlarmedAndOpensNothing() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      steal(town, town.machine("thief"), town.code).with(8);
      assertFalse(Files.exists(town.at("loot")));
      assertEquals(1, alarms(town, "requested"));
      var requests = town.laptop.types("release", "list", "--json").with(0).json();
      assertFalse(requests.get(0).get("factorProved").asBoolean());
    }
  }

  @Test
  void anotherVaultsUnlockCodeIsNoFactor() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.machine("other").types("init", "--server", town.server.url(), "--code-out",
          town.at("c"), "--reserve-out", town.at("r"), "--unlock-out", town.at("u")).with(0);
      town.machine("thief").types("restore", "latest", "--server", town.server.url(), "--to",
          town.at("loot"), "--code-file", town.code, "--unlock-file", town.at("u")).with(8);
      assertFalse(Files.exists(town.at("loot")));
    }
  }

  @Test
  void aCopiedHomeIsNoFactorAndCannotApproveItself() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var copy = copied(town, "copied");
      copy.types("restore", "latest", "--to", town.at("loot"), "--code-file", town.code).with(8);
      copy.types("release", "approve", "latest", "--yes").with(8);
      copy.types("restore", "latest", "--to", town.at("loot"), "--code-file", town.code).with(8);
      assertFalse(Files.exists(town.at("loot")));
      assertTrue(alarms(town, "requested") >= 1);
    }
  }

  @Test
  void aVetoEndsTheRequestAndLocksTheVault() throws IOException {
    try (var town = Town.withVault(folder, "5s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var thief = town.machine("thief");
      town.restoresWithoutWaiting(thief, town.code).with(5);
      town.laptop.types("release", "veto", "latest").with(0);
      var status = town.laptop.types("status", "--json").with(0).json();
      assertEquals("veto", status.get("lockReason").asText());
      assertEquals(1, alarms(town, "vetoed"));
      var list = town.laptop.types("release", "list", "--json").with(0).json();
      assertEquals("VETOED", list.get(0).get("state").asText());
    }
  }

  @Test
  void aLockedVaultReleasesNothingUntilTheFactorIsProved() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      town.laptop.types("lock").with(0);
      town.restores(town.machine("fresh"), town.code, "early").with(4);
      town.laptop.types("unlock", "--unlock-file", town.code).with(8);
      town.laptop.types("unlock", "--unlock-file", town.unlock).with(0);
      town.restores(town.machine("fresh"), town.code, "back").with(0);
    }
  }

  @Test
  void noMoreThanFiveUnprovedRequestsADayAreWrittenDown() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      for (int i = 0; i < 5; i++)
        steal(town, town.machine("thief" + i), town.code).with(8);
      steal(town, town.machine("thief5"), town.code).with(4);
      town.restores(town.machine("fresh"), town.code, "back").with(0);
    }
  }

  private static Machine.Came steal(Town town, Machine thief, Path key) {
    return thief.types("restore", "latest", "--server", town.server.url(), "--to",
        town.at("loot"), "--code-file", key);
  }

  private static long alarms(Town town, String kind) {
    return StreamSupport.stream(
        town.laptop.types("alarm", "list", "--json").with(0).lines().spliterator(), false)
        .filter(alarm -> alarm.get("kind").asText().equals(kind))
        .count();
  }

  private static Machine copied(Town town, String name) throws IOException {
    var from = town.laptop.home();
    try (var files = Files.walk(from)) {
      files.forEach(file -> {
        try {
          Files.copy(file, town.at(name).resolve(from.relativize(file).toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
    return town.machine(name);
  }
}

package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panic button.
class RekeyTest {
  @TempDir
  Path folder;

  @Test
  void aRekeyMakesTheCodeWorthlessAndTheReserveCount() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var rekeyed = town.laptop.types("rekey", "--json").with(0).json();
      assertEquals(2, rekeyed.get("epoch").asInt());
      assertFalse(rekeyed.get("destroyed").asBoolean());
      town.restores(town.machine("thief"), town.code, "loot").with(8);
      town.laptop.types("backup", town.papers(2), "--opaque").with(0);
      var back = town.restores(town.machine("fresh"), town.reserve, "back").with(0).json();
      assertEquals(3, back.get("epoch").asInt());
      assertTrue(Files.exists(town.at("back-code")), "without a reserve both codes are new");
      assertTrue(Files.exists(town.at("back-reserve")));
      assertTrue(Files.exists(town.at("back").resolve("papers/photo")));
      town.restores(town.machine("another"), town.at("back-code"), "again").with(0);
    }
  }

  @Test
  void anOlderSnapshotOfAnEarlierEpochStillComesBack() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      var old = town.laptop.types("backup", town.papers(1), "--opaque", "--json").with(0).json();
      var letter = Files.readString(town.at("papers").resolve("letter"));
      town.laptop.types("rekey").with(0);
      town.laptop.types("backup", town.papers(2), "--opaque").with(0);
      town.machine("fresh")
          .types("restore", old.get("snapshot").asText().substring(0, 8), "--server",
              town.server.url(), "--to", town.at("back"), "--code-file", town.reserve,
              "--unlock-file", town.unlock)
          .with(0);
      assertEquals(letter, Files.readString(town.at("back").resolve("papers/letter")));
    }
  }

  @Test
  void theReserveCodeDestroysTheFrozenShareAndNoOtherCodeDoes() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("rekey", "--reserve-file", town.code).with(8);
      town.laptop.types("rekey").with(0);
      town.laptop.types("rekey", "--reserve-file", town.code).with(8);
      var destroyed = town.laptop.types("rekey", "--reserve-file", town.reserve, "--json")
          .with(0)
          .json();
      assertTrue(destroyed.get("destroyed").asBoolean());
    }
  }

  @Test
  void rekeyAndDestroyCanBeOneStep() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      var done = town.laptop.types("rekey", "--reserve-file", town.reserve, "--json").with(0).json();
      assertEquals(2, done.get("epoch").asInt());
      assertTrue(done.get("destroyed").asBoolean());
    }
  }

  @Test
  void withoutAReserveARekeyLocksAndDestroysNothing() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      town.laptop.types("rekey").with(0);
      var refused = town.laptop.types("rekey").with(4);
      assertTrue(refused.complained().contains("holdfast: hint: "), refused.complained());
      var status = town.laptop.types("status", "--json").with(0).json();
      assertEquals("no-reserve", status.get("lockReason").asText());
      town.laptop.types("unlock", "--unlock-file", town.unlock).with(0);
      town.restores(town.machine("fresh"), town.reserve, "back").with(0);
    }
  }

  @Test
  void aRekeyEndsALock() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("lock").with(0);
      town.laptop.types("rekey").with(0);
      assertFalse(town.laptop.types("status", "--json").with(0).json().has("lockReason"));
    }
  }
}

package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.sample.Sample;
import dev.holdfast.sample.SampleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets that pass through Holdfast are recognised on their way out, by fingerprints alone.
class OwnSecretsTest {
  private static final int GROUP = 5;

  @TempDir
  Path folder;

  @Test
  void whatAnOwnerWasShownOrTypedIsStoppedInADraft() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      sample(town);
      var key = town.at("phone").resolve("signal-key.txt");
      assertStopped(town.laptop, town.code, "recovery_code");
      assertStopped(town.laptop, town.reserve, "recovery_code");
      assertEquals("sure", looked(town.laptop, key).get("answer").asText());
      town.laptop.types("backup", town.at("phone"), "--signal-key-file", key).with(0);
      assertStopped(town.laptop, key, "recovery_key");
      var fresh = town.machine("fresh");
      fresh.types("restore", "latest", "--server", town.server.url(), "--to", town.at("back"),
          "--code-file", town.code, "--unlock-file", town.unlock, "--signal-key-out",
          town.at("fresh-key"), "--reserve-out", town.at("next")).with(0);
      assertStopped(fresh, town.at("fresh-key"), "recovery_key");
      assertStopped(fresh, town.code, "recovery_code");
      assertStopped(fresh, town.at("next"), "recovery_code");
      for (var machine : List.of(town.laptop, fresh))
        for (var secret : List.of(key, town.code, town.reserve, town.at("fresh-key"),
            town.at("next")))
          assertHoldsNothingOf(machine, Files.readString(secret).strip());
    }
  }

  @Test
  void theReserveThatDestroysAShareIsLearnedWhereItIsTyped() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      Files.delete(town.laptop.home().resolve("own-secrets.json"));
      assertEquals("nothing", looked(town.laptop, town.reserve).get("answer").asText());
      town.laptop.types("rekey", "--reserve-file", town.reserve).with(0);
      assertStopped(town.laptop, town.reserve, "recovery_code");
    }
  }

  @Test
  void aKeyThatOpensNoBackupIsNotLearned() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      sample(town);
      var wrong = Files.writeString(town.at("wrong"), "k7wq3zt1".repeat(8) + "\n");
      town.laptop.types("backup", town.at("phone"), "--signal-key-file", wrong);
      assertEquals("nothing", looked(town.laptop, wrong).get("answer").asText());
    }
  }

  private static void assertStopped(Machine machine, Path secret, String kind)
      throws IOException {
    var message = Files.writeString(machine.home().resolveSibling("message"),
        "here you are: " + Files.readString(secret));
    var answer = machine.types("draft", "--file", message, "--json").with(4).json();
    assertEquals(kind, answer.get("secret").asText());
    assertEquals(answer.get("groups").asInt(), answer.get("groupsOut").asInt());
  }

  private static JsonNode looked(Machine machine, Path secret) {
    return machine.types("draft", "--file", secret, "--json").with(0).json();
  }

  /// Neither as it is shown nor as it is stored.
  private static void assertHoldsNothingOf(Machine machine, String secret) throws IOException {
    var bare = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (var name : List.of("own-secrets.json", "own-secrets.key")) {
      var kept = new String(Files.readAllBytes(machine.home().resolve(name)),
          StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      for (int i = 4; i + 2 * GROUP <= bare.length(); i += GROUP)
        assertFalse(kept.contains(bare.substring(i, i + 2 * GROUP)), name);
    }
  }

  private static void sample(Town town) throws IOException {
    var phone = Files.createDirectories(town.at("phone"));
    SampleFolder.write(new Sample(7, 200, 10, 6, 100_000, Sample.Numbering.STABLE, 0), phone);
    Files.writeString(phone.resolve("signal-key.txt"), SampleFolder.keyText(7) + "\n");
  }
}

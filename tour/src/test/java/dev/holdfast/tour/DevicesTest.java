package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.cli.ScriptedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// More than one machine: they help each other, and none of them alone opens anything.
class DevicesTest {
  @TempDir
  Path folder;

  @Test
  void anotherDevicesApprovalTakesThePlaceOfTheUnlockCode() throws IOException {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var fresh = town.machine("fresh");
      asks(town, fresh).with(8);
      town.laptop.types("release", "approve", "latest").with(2);
      town.laptop.types("release", "approve", "latest", "--yes").with(0);
      asks(town, fresh).with(0);
      assertTrue(Files.exists(town.at("back").resolve("papers/letter")));
    }
  }

  @Test
  void aRestoreAtATerminalWaitsForAnApproval() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var terminal = new ScriptedTerminal(Clock.systemUTC()).answering("");
      var waiting = CompletableFuture.supplyAsync(() -> town.machine("fresh")
          .types(terminal, "restore", "latest", "--server", town.server.url(), "--to",
              town.at("back"), "--code-file", town.code, "--reserve-out", town.at("next")));
      awaitRequest(town);
      town.laptop.types("release", "approve", "latest", "--yes").with(0);
      waiting.get().with(0);
      assertTrue(terminal.complained().contains("waiting for an approval")
          || terminal.complained().contains("waiting "), terminal.complained());
    }
  }

  @Test
  void aSecondDeviceJoinsByInvitationAndBothBackUp() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      town.laptop.types("backup", town.papers(1), "--opaque").with(0);
      var phone = join(town);
      phone.types("backup", town.papers(2), "--opaque").with(0);
      town.laptop.types("backup", town.papers(3), "--opaque").with(0);
      phone.types("backup", town.papers(4), "--opaque").with(0);
      assertEquals(4, town.laptop.types("snapshots", "--json").with(0).json().size());
      town.laptop.types("check", "--read-data", "100").with(0);
      town.restores(town.machine("fresh"), town.code, "back").with(0);
      assertEquals("Dear friend, number 4",
          Files.readString(town.at("back").resolve("papers/letter")));
      phone.types("backup", town.papers(5), "--opaque").with(0);
    }
  }

  @Test
  void aRevokedDeviceLosesItsRightsAtOnceAndWhatItStoredStays() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      var phone = join(town);
      phone.types("backup", town.papers(1), "--opaque").with(0);
      var devices = town.laptop.types("device", "list", "--json").with(0).json();
      assertEquals(2, devices.size());
      var id = devices.get(0).get("thisOne").asBoolean()
          ? devices.get(1).get("device").asText()
          : devices.get(0).get("device").asText();
      town.laptop.types("device", "revoke", id.substring(0, 8)).with(0);
      phone.types("backup", town.papers(2), "--opaque").with(8);
      town.restores(town.machine("fresh"), town.code, "back").with(0);
      town.restores(town.machine("later"), town.reserve, "again").with(0);
      assertEquals("Dear friend, number 1",
          Files.readString(town.at("again").resolve("papers/letter")));
    }
  }

  @Test
  void whatARevokedDeviceHadAddedIsShownUntilItIsRevokedToo() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      var phone = join(town);
      join(town, phone, "tablet");
      assertEquals(0, leftOver(town).size());
      var shown = town.laptop.types("device", "revoke", idOf(town, "phone")).with(0);
      assertTrue(shown.complained().contains("\"tablet\", was added by a device that is revoked"),
          shown.complained());
      assertEquals(idOf(town, "tablet"), leftOver(town).get(0).asText());
      assertTrue(town.laptop.types("status").with(0).said().contains("\"tablet\""));
      town.laptop.types("device", "revoke", idOf(town, "tablet")).with(0);
      assertEquals(0, leftOver(town).size());
    }
  }

  private static JsonNode leftOver(Town town) {
    return town.laptop.types("status", "--json").with(0).json().get("devicesLeftByRevoked");
  }

  private static String idOf(Town town, String name) {
    return StreamSupport
        .stream(town.laptop.types("device", "list", "--json").with(0).json().spliterator(), false)
        .filter(device -> device.get("name").asText().equals(name))
        .map(device -> device.get("device").asText())
        .findFirst()
        .orElseThrow();
  }

  private static Machine join(Town town) throws Exception {
    return join(town, town.laptop, "phone");
  }

  private static Machine join(Town town, Machine inviting, String name) throws Exception {
    var joining = town.machine(name);
    var invitation = town.at("invitation-of-" + name);
    var adding = CompletableFuture.supplyAsync(
        () -> inviting.types("device", "add", "--invitation-out", invitation, "--yes"));
    await(() -> Files.exists(invitation));
    joining.types("device", "join", "--invitation-file", invitation, "--name", name).with(0);
    adding.get().with(0);
    return joining;
  }

  private static Machine.Came asks(Town town, Machine machine) {
    return machine.types("restore", "latest", "--server", town.server.url(), "--to",
        town.at("back"), "--code-file", town.code, "--reserve-out", town.at("next"));
  }

  private static void awaitRequest(Town town) throws InterruptedException {
    await(() -> !town.laptop.types("release", "list", "--json").with(0).json().isEmpty());
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    var deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), "it did not happen within 30 s");
      Thread.sleep(50);
    }
  }
}

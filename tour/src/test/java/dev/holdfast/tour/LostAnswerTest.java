package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL to a restore in the moment that decides which codes count: the new ones are handed out,
/// "opened" is on its way. Whatever the server has heard, the owner can open the vault afterwards.
class LostAnswerTest {
  @TempDir
  Path folder;

  @Test
  void killedBeforeTheServerHearsTheOldCodeStillOpens() throws Exception {
    try (var relay = new Relay(); var town = town(relay)) {
      killed(town, relay, Relay.Cut.BEFORE_THE_CALL, "--reserve-out", town.at("void"));
      assertTrue(Files.exists(town.at("void")), "the code was handed out");
      relay.cutAt("", Relay.Cut.BEFORE_THE_CALL);
      opens(town, relay, "fresh", town.code, "again");
      opens(town, relay, "second", town.reserve, "twice");
      opens(town, relay, "third", town.at("again-reserve"), "thrice");
    }
  }

  @Test
  void killedBeforeTheClientHearsTheCodesHandedOutCount() throws Exception {
    try (var relay = new Relay(); var town = town(relay)) {
      killed(town, relay, Relay.Cut.BEFORE_THE_ANSWER, "--json");
      var kept = town.at("fresh").resolve("unshown/reserve");
      assertTrue(Files.exists(kept), "the code is on the disk before the server hears of it");
      relay.cutAt("", Relay.Cut.BEFORE_THE_CALL);
      var spent = restores(town, relay, "fresh", town.code, "again").with(8);
      assertTrue(spent.complained().contains("unshown"), spent.complained());
      opens(town, relay, "second", town.reserve, "twice");
      opens(town, relay, "third", kept, "thrice");
    }
  }

  private Town town(Relay relay) throws Exception {
    var town = Town.withVault(folder, "1s", "release.wait-floor=1s", "release.wait-device=1s",
        "public-url=" + relay.url());
    relay.leadsTo(town.server.url());
    town.laptop.types("backup", town.papers(1), "--opaque").with(0);
    return town;
  }

  private static void killed(Town town, Relay relay, Relay.Cut cut, Object... more)
      throws Exception {
    relay.cutAt("/opened", cut);
    var words = new ArrayList<Object>(List.of("restore", "latest", "--server",
        relay.url(), "--to", town.at("back"), "--code-file", town.code, "--unlock-file",
        town.unlock));
    words.addAll(List.of(more));
    var client = town.machine("fresh").starts(words.toArray());
    assertTrue(relay.reached(), "it came to the call");
    client.destroyForcibly().waitFor();
    assertTrue(Files.exists(town.at("back/papers/letter")), "the folder was complete before");
  }

  private static void opens(Town town, Relay relay, String machine, Path code, String to)
      throws Exception {
    restores(town, relay, machine, code, to).with(0);
    assertEquals("Dear friend, number 1", Files.readString(town.at(to + "/papers/letter")));
    assertFalse(Files.exists(town.machine(machine).home().resolve("next-device.key")));
  }

  private static Machine.Came restores(Town town, Relay relay, String machine, Path code,
      String to) {
    return town.machine(machine)
        .types("restore", "latest", "--server", relay.url(), "--to", town.at(to), "--code-file",
            code, "--unlock-file", town.unlock, "--reserve-out", town.at(to + "-reserve"));
  }
}

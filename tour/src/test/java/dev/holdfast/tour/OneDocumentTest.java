package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.holdfast.cli.ScriptedTerminal;
import dev.holdfast.sample.Sample;
import dev.holdfast.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs read standard output: with `--json` it is one document in one line, or, for streams,
/// one in each line.
class OneDocumentTest {
  /// Words without a document of their own, and `watch`, which needs a signal-cli daemon and is
  /// played in client and cli.
  private static final Set<String> NONE = Set.of("completion", "device", "release", "policy",
      "alarm", "audit", "watch", "warnings");

  @TempDir
  Path folder;
  private final Set<String> typed = new TreeSet<>();

  @Test
  void everyCommandSaysOneDocument() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      sample(town);
      setUp(town);
      look(town);
      devices(town);
      screen(town.laptop);
      lures(town.laptop);
      open(town);
      guard(town);
    }
    assertEquals(commands(), typed);
  }

  private void setUp(Town town) {
    one(town.machine("other"), 0, "init", "--server", town.server.url());
    one(town.laptop, 0, "backup", town.at("phone"), "--signal-key-file",
        town.at("phone/signal-key.txt"));
    one(town.laptop, 0, "backup", town.at("phone"), "--take-custody", "--yes");
  }

  private void look(Town town) {
    one(town.laptop, 0, "snapshots");
    one(town.laptop, 0, "show", "latest");
    one(town.laptop, 0, "check", "--read-data", "100");
    one(town.laptop, 0, "status");
    one(town.laptop, 0, "policy show");
    one(town.laptop, 0, "audit verify");
    lines(town.laptop, "audit show");
    one(town.laptop, 0, "alarm channels");
    one(town.laptop, 3, "alarm test");
  }

  private void devices(Town town) throws Exception {
    var invitation = town.at("invitation");
    var adding = CompletableFuture.supplyAsync(() -> town.laptop.types("device", "add",
        "--invitation-out", invitation, "--yes", "--json"));
    await(() -> Files.exists(invitation));
    one(town.machine("phone-2"), 0, "device join", "--invitation-file", invitation);
    one(adding.get().with(0));
    typed.add("device add");
    var all = one(town.laptop, 0, "device list");
    var other = all.get(all.get(0).get("thisOne").asBoolean() ? 1 : 0).get("device").asText();
    one(town.laptop, 0, "device revoke", other);
  }

  private void screen(Machine machine) throws IOException {
    one(machine, 0, "screen", "See you at eight?");
    one(machine, 0, "link", "https://example.org/");
    one(machine.types(new ScriptedTerminal(Clock.systemUTC()).piping("See you at eight?"), "draft",
        "--json").with(0));
    typed.add("draft");
  }

  /// What a desk warns of is played in `WarningsTest`; here nobody follows one yet.
  private void lures(Machine machine) {
    one(machine, 0, "respond", "--gave", "pin");
    assertEquals(0, none(machine, "warnings", "list"));
    assertEquals(3, none(machine, "warnings", "update"));
    assertEquals(3, none(machine, "warnings", "verify"));
    assertEquals(3, none(machine, "warnings", "forget", "--key", "ab".repeat(32)));
    for (var word : List.of("list", "update", "verify", "forget"))
      typed.add("warnings " + word);
  }

  private void open(Town town) throws IOException {
    var fresh = town.machine("fresh");
    one(fresh, 0, "release ask", "--server", town.server.url(), "--code-file", town.code);
    var requests = one(town.laptop, 0, "release list");
    var id = requests.get(0).get("request").asText();
    one(town.laptop, 0, "release show", id);
    one(town.laptop, 0, "release approve", id, "--yes");
    var exported = one(fresh, 0, "export", "latest", "--server", town.server.url(), "--to",
        town.at("chats"), "--code-file", town.code, "--unlock-file", town.unlock);
    assertTrue(exported.get("messages").asInt() > 0);
    assertEquals(town.at("chats").toString(), exported.get("written").asText());
    assertEquals(2, exported.get("restored").get("epoch").asInt());
    assertFalse(exported.get("restored").has("written"));
    var next = exported.get("restored").get("reserve").asText();
    one(fresh, 0, "restore", "latest", "--to", town.at("back"), "--code-file", town.reserve,
        "--unlock-file", town.unlock);
    Files.writeString(town.at("next"), next);
    lines(town.laptop, "alarm watch", "--after", "0", "--count", "3");
    var waiting = one(town.machine("last"), 5, "restore", "latest", "--server", town.server.url(),
        "--to", town.at("last-back"), "--code-file", town.at("next"), "--unlock-file", town.unlock,
        "--no-wait");
    one(town.machine("last"), 0, "release finish", waiting.get("request").asText(), "--to",
        town.at("last-back"), "--code-file", town.at("next"), "--unlock-file", town.unlock);
    assertFalse(Files.exists(fresh.home().resolve("unshown/reserve")));
  }

  private void guard(Town town) {
    one(town.laptop, 0, "lock");
    one(town.laptop, 0, "unlock", "--unlock-file", town.unlock);
    one(town.laptop, 0, "rekey");
    one(town.machine("thief"), 8, "restore", "latest", "--server", town.server.url(), "--to",
        town.at("loot"), "--code-file", town.unlock);
    lines(town.laptop, "alarm list");
    veto(town);
  }

  private void veto(Town town) {
    var other = town.machine("other");
    assertEquals(3, none(other, "release", "veto", "latest"));
    typed.add("release veto");
  }

  private int none(Machine machine, String... words) {
    var came = machine.types(Stream.concat(Stream.of(words), Stream.of("--json")).toArray());
    assertEquals("", came.said());
    return came.exit();
  }

  private JsonNode one(Machine machine, int exit, String command, Object... words) {
    typed.add(command);
    var all = new ArrayList<Object>(List.of(command.split(" ")));
    all.addAll(List.of(words));
    all.add("--json");
    var came = machine.types(all.toArray()).with(exit);
    return exit == 0 || exit == 5 ? one(came) : maybe(came);
  }

  private static JsonNode one(Machine.Came came) {
    assertEquals(1, came.lines().size(), came.said());
    assertTrue(came.said().endsWith("\n"));
    return came.json();
  }

  /// A refusal has a document only if there is something to tell.
  private static JsonNode maybe(Machine.Came came) {
    assertTrue(came.lines().size() <= 1, came.said());
    return came.said().isEmpty()
        ? NullNode.getInstance()
        : came.json();
  }

  private void lines(Machine machine, String command, Object... words) {
    typed.add(command);
    var all = new ArrayList<Object>(List.of(command.split(" ")));
    all.addAll(List.of(words));
    all.add("--json");
    assertTrue(machine.types(all.toArray())
        .with(0)
        .lines()
        .stream()
        .allMatch(line -> line.isObject() && line.has("at")));
  }

  /// All that the completion script knows.
  private Set<String> commands() {
    var script = new Machine(folder.resolve("nobody")).types("completion").with(0).said();
    return Pattern.compile("^function _picocli_holdfast_(\\w+)\\(", Pattern.MULTILINE)
        .matcher(script)
        .results()
        .map(found -> found.group(1).replace('_', ' '))
        .filter(name -> !NONE.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void sample(Town town) throws IOException {
    var phone = Files.createDirectories(town.at("phone"));
    SampleFolder.write(new Sample(7, 100, 5, 2, 20_000, Sample.Numbering.STABLE, 0), phone);
    Files.writeString(phone.resolve("signal-key.txt"), SampleFolder.keyText(7) + "\n");
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), "it did not happen within 30 s");
      Thread.sleep(50);
    }
  }
}

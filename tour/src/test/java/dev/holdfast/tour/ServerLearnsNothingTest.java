package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.UnlockCode;
import dev.holdfast.sample.Sample;
import dev.holdfast.sample.SampleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything a server stored, logged and, in the long run, remembers, after all that an owner does
/// with it.
class ServerLearnsNothingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE_NAME = "statement of Mirembe Okello.odt";
  private static final String FILE_TEXT = "She met the minister's driver twice, in Jinja.";

  @TempDir
  Path folder;
  private final Traces traces = new Traces();

  @Test
  void noKeyNoCodeNoMessageNoNameOfAPersonOrFileIsEverOnTheServer() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      live(town);
      learnSecrets(town);
      assertControls(town);
      if (Boolean.getBoolean("holdfast.long")) assertMemory(town);
      town.server.kill();
      assertTrue(Files.size(town.server.home().resolve("holdfast.db-wal")) > 0);
      assertEquals(Set.of(), traces.in(town.server.home()));
      assertEquals(Set.of(), traces.in(town.server.log()));
    }
  }

  /// Set-up was before; two days of Signal, a folder, a thief, a re-key, a restore.
  private static void live(Town town) throws IOException {
    var key = sample(town, 0);
    town.laptop.types("backup", town.at("phone"), "--signal-key-file", key).with(0);
    sample(town, 1);
    town.laptop.types("backup", town.at("phone"), "--label", "before Mirembe's visit").with(0);
    var papers = town.papers(1);
    Files.writeString(papers.resolve(FILE_NAME), FILE_TEXT.repeat(50));
    town.laptop.types("backup", papers, "--opaque").with(0);
    town.machine("thief")
        .types("restore", "latest", "--server", town.server.url(), "--to", town.at("loot"),
            "--code-file", key)
        .with(8);
    town.laptop
        .types("restore", "latest", "--to", town.at("loot"), "--code-file", key)
        .with(8);
    town.laptop.types("rekey", "--reserve-file", town.reserve).with(0);
    var signal = town.laptop.types("snapshots", "--json").with(0).json().get(1);
    town.machine("fresh")
        .types("restore", signal.get("snapshot").asText(), "--server", town.server.url(), "--to",
            town.at("back"), "--code-file", town.reserve, "--unlock-file", town.unlock,
            "--signal-key-out", town.at("fresh-key"), "--reserve-out", town.at("next-reserve"),
            "--code-out", town.at("next-code"))
        .with(0);
    town.laptop
        .types("export", "--from", town.at("back"), "--signal-key-file", town.at("fresh-key"),
            "--to", town.at("readable"), "--format", "json")
        .with(0);
    town.laptop.types("check", "--read-data", "100").with(0);
    town.laptop.types("audit", "verify").with(0);
  }

  private static Path sample(Town town, int day) throws IOException {
    var phone = Files.createDirectories(town.at("phone"));
    SampleFolder.write(new Sample(7, 400, 20, 4, 400_000, Sample.Numbering.STABLE, day), phone);
    return Files.writeString(phone.resolve("signal-key.txt"), SampleFolder.keyText(7) + "\n");
  }

  private void learnSecrets(Town town) throws IOException {
    for (var name : List.of("code", "reserve", "next-code", "next-reserve"))
      recoveryCode(name, read(town.at(name)));
    unlockCode(read(town.unlock));
    signalKey("Signal's key", SampleFolder.keyText(7));
    signalKey("Signal's fresh key", read(town.at("fresh-key")));
    traces.text("a file's name", FILE_NAME);
    traces.text("a file's text", FILE_TEXT);
    traces.text("a label", "before Mirembe's visit");
    try (var files = Files.walk(town.at("back"))) {
      files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
          .forEach(file -> traces.text("a media file's name", file.getFileName().toString()));
    }
    assertTrue(chats(town) > 100, "messages to look for");
  }

  private void recoveryCode(String what, String printed) {
    traces.code(what, printed);
    try (var code = RecoveryCode.parse(printed).orElseThrow()) {
      code.secret().lendTo(raw -> traces.bytes(what + "'s secret", raw));
    }
  }

  private void unlockCode(String printed) {
    traces.code("unlock code", printed);
    try (var code = UnlockCode.parse(printed).orElseThrow()) {
      code.secret().lendTo(raw -> traces.bytes("unlock code's secret", raw));
    }
  }

  /// The key, and the key that it becomes.
  private void signalKey(String what, String letters) {
    traces.text(what, letters);
    traces.text(what + " in groups", letters.replaceAll("(.{4})(?!$)", "$1 "));
    try (var key = RecoveryKey.parse(letters); var derived = key.backupKey()) {
      derived.lend(raw -> {
        traces.bytes(what + ", derived", raw);
        return 0;
      });
    }
  }

  /// Names, texts, earlier texts and quotes of all chats.
  private int chats(Town town) throws IOException {
    int texts = 0;
    try (var files = Files.walk(town.at("readable"))) {
      for (var file : files.filter(one -> one.toString().endsWith(".jsonl")).toList())
        for (var line : Files.readAllLines(file))
          texts += learn(JSON.readTree(line));
    }
    return texts;
  }

  private int learn(JsonNode node) {
    int texts = 0;
    for (var field : node.properties()) {
      var name = field.getKey();
      boolean said = Set.of("author", "title", "text").contains(name);
      if (said && field.getValue().asText().length() > 12) {
        traces.text("a " + name, field.getValue().asText());
        texts++;
      }
    }
    for (var inner : node)
      if (inner.isContainerNode()) texts += learn(inner);
    return texts;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).strip();
  }

  private void assertMemory(Town town) throws Exception {
    var dump = town.server.memory(town.at("memory.hprof"));
    assertFalse(known(town).in(dump).isEmpty());
    assertEquals(Set.of(), traces.in(dump));
  }

  /// The search finds what is there: the secrets where they are allowed to be, and what a server
  /// does know.
  private void assertControls(Town town) throws IOException {
    assertFalse(traces.in(town.at("readable")).isEmpty());
    assertFalse(traces.in(town.reserve).isEmpty());
    assertFalse(traces.in(town.at("papers")).isEmpty());
    assertFalse(known(town).in(town.server.home()).isEmpty());
  }

  private static Traces known(Town town) {
    var known = new Traces();
    known.text("the vault's id",
        town.laptop.types("status", "--json").with(0).json().get("vault").asText());
    return known;
  }
}

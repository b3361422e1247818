package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.sample.Sample;
import dev.holdfast.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL at random moments of a backup, to the client or to the server. `./test` kills twenty
/// times, `./test --long` two hundred times.
class KillsTest {
  private static final long SEED = 20_261_124;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  Path folder;
  final Random random = new Random(SEED);
  /// Papers of every backup that was reported as stored, by snapshot.
  final Map<String, byte[]> reported = new LinkedHashMap<>();
  private int finished;
  private int wholeMillis;

  @Test
  void nothingReportedAsStoredIsLostWhereverClientOrServerIsKilled() throws Exception {
    int kills = Boolean.getBoolean("holdfast.long") ? 200 : 20;
    try (var town = Town.withVault(folder, "1s")) {
      wholeMillis = timeOfOne(town);
      for (int kill = 1; kill <= kills; kill++) {
        strike(town, kill);
        town.laptop.types("check").with(0);
        assertTrue(listed(town).containsAll(reported.keySet()), "after kill " + kill);
      }
      var last = town.laptop.types("backup", town.papers(kills + 1L), "--opaque", "--json")
          .with(0)
          .json();
      reported.put(last.get("snapshot").asText(), photo(town.at("papers")));
      town.laptop.types("check", "--read-data", "100").with(0);
      comesBack(town, town.code, reported.keySet().iterator().next(), "first");
      comesBack(town, town.reserve, last.get("snapshot").asText(), "last");
    }
    assertTrue(finished < kills, "every backup was through before its kill");
  }

  /// How long an undisturbed backup takes here and now, so that the moments of the kills cover all
  /// of it.
  private int timeOfOne(Town town) throws Exception {
    long begin = System.nanoTime();
    var client = town.laptop.starts("backup", town.papers(0), "--opaque", "--json");
    var said = client.inputReader().lines().collect(Collectors.joining());
    assertTrue(client.waitFor(120, TimeUnit.SECONDS));
    reported.put(JSON.readTree(said).get("snapshot").asText(), photo(town.at("papers")));
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  /// Every third time a Signal folder, else papers; every second time the server is the victim.
  private void strike(Town town, int kill) throws Exception {
    boolean signal = kill % 3 == 0;
    var words = signal
        ? signalDay(town, kill / 3)
        : List.of("backup", town.papers(kill).toString(), "--opaque", "--json");
    var client = town.laptop.starts(words.toArray());
    var said = new StringBuilder();
    var reader = Thread.ofVirtual().start(() -> client.inputReader().lines().forEach(said::append));
    boolean early = client.waitFor(random.nextInt(wholeMillis * 2), TimeUnit.MILLISECONDS);
    boolean serverDies = random.nextBoolean();
    if (serverDies) town.server.kill();
    else
      client.destroyForcibly();
    if (!client.waitFor(90, TimeUnit.SECONDS)) client.destroyForcibly();
    reader.join();
    if (early) finished++;
    if (client.exitValue() == 0) {
      var snapshot = JSON.readTree(said.toString()).get("snapshot").asText();
      reported.put(snapshot, signal ? new byte[0] : photo(town.at("papers")));
    }
    if (serverDies) town.server.startAgain();
  }

  private List<String> signalDay(Town town, int day) throws IOException {
    var phone = Files.createDirectories(town.at("phone"));
    SampleFolder.write(new Sample(7, 400, 10, 4, 400_000, Sample.Numbering.STABLE, day), phone);
    var key = Files.writeString(phone.resolve("signal-key.txt"), SampleFolder.keyText(7) + "\n");
    return List.of("backup", phone.toString(), "--signal-key-file", key.toString(), "--json");
  }

  private static List<String> listed(Town town) {
    return town.laptop.types("snapshots", "--json")
        .with(0)
        .lines()
        .stream()
        .flatMap(line -> line.isArray()
            ? StreamSupport.stream(line.spliterator(), false)
            : Stream.of(line))
        .map(line -> line.get("snapshot").asText())
        .collect(Collectors.toList());
  }

  private void comesBack(Town town, Path code, String snapshot, String to) throws IOException {
    town.machine(to + "-machine")
        .types("restore", snapshot, "--server", town.server.url(), "--to", town.at(to),
            "--code-file", code,
            "--unlock-file", town.unlock, "--reserve-out", town.at(to + "-reserve"),
            "--signal-key-out", town.at(to + "-key"))
        .with(0);
    var papers = reported.getOrDefault(snapshot, new byte[0]);
    if (papers.length > 0) assertArrayEquals(papers, photo(town.at(to).resolve("papers")));
  }

  private static byte[] photo(Path papers) throws IOException {
    return Files.readAllBytes(papers.resolve("photo"));
  }
}

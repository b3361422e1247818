package dev.holdfast.tour;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Somebody else's age implementation, the npm package age-encryption, in a version that is pinned
/// with the hashes of all its parts. Where Node or the network is missing, its tests are skipped.
final class AgeJudge {
  private static final String NEW_ENOUGH = "const [major, minor] = process.versions.node.split('.');"
      + " process.exit(major > 20 || major == 20 && minor >= 19 ? 0 : 1)";

  private final Path folder;

  private AgeJudge(Path folder) {
    this.folder = folder;
  }

  static AgeJudge seated() throws IOException, InterruptedException {
    assumeTrue(runs("node", "-e", NEW_ENOUGH) && runs("npm", "--version"),
        "skipped: Node 20.19 and npm are needed to open packs with another age implementation");
    var folder = Files.createDirectories(
        Path.of(System.getProperty("holdfast.root", "."), "tour", "target", "age-judge"));
    for (var name : List.of("package.json", "package-lock.json", "open.mjs"))
      try (var in = AgeJudge.class.getResourceAsStream("/age/" + name)) {
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    if (!Files.exists(folder.resolve("node_modules/age-encryption/dist/index.js")))
      install(folder);
    return new AgeJudge(folder);
  }

  private static void install(Path folder) throws IOException, InterruptedException {
    var log = folder.resolve("npm.log");
    var npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund",
        "--fetch-retries=0").directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    boolean done = npm.waitFor(120, TimeUnit.SECONDS);
    if (!done) npm.destroyForcibly();
    var said = Files.readString(log);
    if (said.contains("EINTEGRITY"))
      throw new IOException("the npm registry gave something else than what is pinned: " + said);
    assumeTrue(done && npm.exitValue() == 0,
        "skipped: the npm package age-encryption could not be fetched, see " + log);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// Opens files into a folder, each under its own name.
  ///
  /// @param identity as age tools take it
  /// @return what it complained about; empty if everything opened
  String open(String identity, List<Path> files, Path target)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(
        List.of("node", folder.resolve("open.mjs").toString(), target.toString()));
    files.forEach(file -> command.add(file.toString()));
    var node = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = node.getOutputStream()) {
      in.write(identity.getBytes(StandardCharsets.US_ASCII));
    }
    var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return node.waitFor() == 0 ? "" : said;
  }
}

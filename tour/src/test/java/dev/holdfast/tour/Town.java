package dev.holdfast.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A server, the owner's laptop with a vault on it, and the papers that came with it.
final class Town implements AutoCloseable {
  static final String[] QUICK = {"release.wait-floor=1s", "release.wait-device=1s"};

  final Path folder;
  final RealServer server;
  final Machine laptop;
  final Path code;
  final Path reserve;
  final Path unlock;

  private Town(Path folder, RealServer server) {
    this.folder = folder;
    this.server = server;
    laptop = new Machine(folder.resolve("laptop"));
    code = folder.resolve("code");
    reserve = folder.resolve("reserve");
    unlock = folder.resolve("unlock");
  }

  /// @param wait of the vault's policy
  static Town withVault(Path folder, String wait, String... settings) throws IOException {
    var town = new Town(folder,
        RealServer.start(folder.resolve("server"), settings.length == 0 ? QUICK : settings));
    town.laptop.types("init", "--server", town.server.url(), "--name", "laptop", "--wait", wait,
        "--code-out", town.code, "--reserve-out", town.reserve, "--unlock-out", town.unlock).with(0);
    return town;
  }

  Machine machine(String name) {
    return new Machine(folder.resolve(name));
  }

  /// A folder with files drawn from a seed.
  Path papers(long seed) {
    try {
      var papers = Files.createDirectories(folder.resolve("papers"));
      var bytes = new byte[200_000];
      new Random(seed).nextBytes(bytes);
      Files.write(papers.resolve("photo"), bytes);
      Files.writeString(papers.resolve("letter"), "Dear friend, number " + seed);
      return papers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The owner's restore on another machine, with everything at hand.
  Machine.Came restores(Machine machine, Path codeFile, String to) {
    return machine.types("restore", "latest", "--server", server.url(), "--to", folder.resolve(to),
        "--code-file", codeFile, "--unlock-file", unlock, "--reserve-out",
        folder.resolve(to + "-reserve"), "--code-out", folder.resolve(to + "-code"), "--json");
  }

  /// The same, stopped at the first thing to wait for.
  Machine.Came restoresWithoutWaiting(Machine machine, Path codeFile) {
    return machine.types("restore", "latest", "--server", server.url(), "--to",
        folder.resolve("not-yet"), "--code-file", codeFile, "--unlock-file", unlock, "--no-wait",
        "--json");
  }

  Path at(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    server.close();
  }
}

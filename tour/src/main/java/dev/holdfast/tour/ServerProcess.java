package dev.holdfast.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A `holdfast-server` on a free port of the loopback address.
final class ServerProcess implements AutoCloseable {
  private static final String READY = "holdfast-server ready at ";

  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /// Starts it and waits for its line.
  ///
  /// @param settings as for `--set`
  static ServerProcess start(Path root, Path home, String... settings) throws IOException {
    var command = new ArrayList<>(
        List.of(root.resolve("holdfast-server").toString(), "--home", home.toString(), "--listen",
            "127.0.0.1:0"));
    Arrays.stream(settings).forEach(setting -> command.addAll(List.of("--set", setting)));
    var log = home.resolveSibling("server.log").toFile();
    var process = new ProcessBuilder(command).redirectError(log).start();
    var line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroy();
      throw new IOException("the server did not start; it said why in " + log);
    }
    return new ServerProcess(process, line.substring(READY.length()).strip());
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

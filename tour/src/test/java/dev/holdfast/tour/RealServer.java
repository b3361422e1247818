package dev.holdfast.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The server's main class as a child process on the class path of the tests.
final class RealServer implements AutoCloseable {
  private static final String READY = "holdfast-server ready at ";

  private final Path home;
  private final String[] settings;
  private Process process;
  private String url;

  private RealServer(Path home, Process process, String url, String... settings) {
    this.home = home;
    this.process = process;
    this.url = url;
    this.settings = settings;
  }

  static RealServer start(Path home, String... settings) throws IOException {
    var process = launch(home, "127.0.0.1:0", settings);
    return new RealServer(home, process, ready(process, home), settings);
  }

  private static Process launch(Path home, String listen, String... settings) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-Xmx256m", "-cp", System.getProperty("java.class.path"), "dev.holdfast.server.Main",
        "--home", home.toString(), "--listen", listen));
    for (var setting : settings)
      command.addAll(List.of("--set", setting));
    return new ProcessBuilder(command).redirectError(log(home)).start();
  }

  private static java.io.File log(Path home) {
    return home.resolveSibling(home.getFileName() + ".log").toFile();
  }

  private static String ready(Process process, Path home) throws IOException {
    var line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null || !line.startsWith(READY))
      throw new IOException("the server did not start; it said why in " + log(home));
    return line.substring(READY.length()).strip();
  }

  String url() {
    return url;
  }

  Path home() {
    return home;
  }

  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /// Starts it again at the same address.
  void startAgain() throws IOException {
    process = launch(home, url.substring("http://".length()), settings);
    url = ready(process, home);
  }

  @Override
  public void close() {
    stop();
  }
}

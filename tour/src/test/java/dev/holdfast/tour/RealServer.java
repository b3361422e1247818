package dev.holdfast.tour;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    return new ProcessBuilder(command).redirectError(Redirect.appendTo(log(home).toFile()))
        .start();
  }

  private static Path log(Path home) {
    return home.resolveSibling(home.getFileName() + ".log");
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

  /// What it says on standard error.
  Path log() {
    return log(home);
  }

  /// Everything in its memory, garbage included.
  ///
  /// @return `file`, written
  Path memory(Path file) throws IOException, InterruptedException {
    var dump = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        Long.toString(process.pid()), "GC.heap_dump", "-all", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start();
    if (dump.waitFor() != 0 || !Files.exists(file))
      throw new IOException("jcmd did not write the server's memory");
    return file;
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

  /// SIGKILL: no farewell, nothing flushed.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
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

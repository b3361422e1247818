package dev.holdfast.tour;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// `holdfast watch` as a child process on the class path of the tests.
final class WatchProcess implements AutoCloseable {
  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private WatchProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8)));
  }

  static WatchProcess start(Path home, String daemon, String... words) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-Xmx192m", "-cp", System.getProperty("java.class.path"), "dev.holdfast.cli.Main",
        "--home", home.toString(), "--json", "watch", "--signal-cli", daemon));
    command.addAll(List.of(words));
    var log = home.resolveSibling(home.getFileName() + ".log").toFile();
    return new WatchProcess(new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log))
        .start());
  }

  private void read(BufferedReader out) {
    out.lines().forEach(said::add);
  }

  /// The lines of its standard output so far.
  List<String> said() {
    return List.copyOf(said);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// As `kill -9` does.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// As SIGTERM does.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS))
      throw new AssertionError("it does not stop when it is told to");
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

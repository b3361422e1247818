package dev.holdfast.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `holdfast-server` as a process, with a small heap as its launcher gives it.
final class Program implements AutoCloseable {
  private static final String READY = "holdfast-server ready at ";

  private final Process process;
  private final BufferedReader out;
  private final Path err;
  private final URI url;

  private Program(Process process, BufferedReader out, Path err, URI url) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.url = url;
  }

  /// How a program ended.
  record Ended(int code, String out, String err) {}

  /// Starts it on a free port and waits until it is ready.
  static Program start(Path home, String... words) throws IOException {
    var all = new ArrayList<>(List.of("--home", home.toString(), "--listen", "127.0.0.1:0",
        "--set", "release.wait-floor=1s"));
    all.addAll(List.of(words));
    var err = Files.createTempFile("holdfast-server", ".err");
    var process = command(all, err).start();
    var out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = out.readLine();
    if (line == null || !line.startsWith(READY))
      throw new AssertionError("not ready: " + Files.readString(err));
    return new Program(process, out, err, URI.create(line.substring(READY.length())));
  }

  /// Runs it to its end.
  static Ended run(List<String> words) throws IOException, InterruptedException {
    var err = Files.createTempFile("holdfast-server", ".err");
    var process = command(words, err).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private static ProcessBuilder command(List<String> words, Path err) {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx192m", "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName()));
    command.addAll(words);
    return new ProcessBuilder(command).redirectError(err.toFile());
  }

  URI url() {
    return url;
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /// Ends it as an operator does.
  Ended terminate() throws IOException, InterruptedException {
    // The process's own destroy would close its output as well.
    process.toHandle().destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("it does not stop");
    return new Ended(process.exitValue(), String.join("\n", out.lines().toList()),
        Files.readString(err));
  }

  /// Ends it as a power cut does.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    out.close();
    Files.deleteIfExists(err);
  }
}

package dev.holdfast.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One `holdfast-server desk …` as a child process on the class path of the tests.
final class DeskProcess {
  private DeskProcess() {}

  static Machine.Came run(Path home, Object... words) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-Xmx192m", "-cp", System.getProperty("java.class.path"),
        "dev.holdfast.server.Main", "--home", home.toString(), "desk"));
    for (var word : words)
      command.add(word.toString());
    var errors = Files.createTempFile("desk", ".err");
    try {
      var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the desk did not end within a minute");
      }
      return new Machine.Came(process.exitValue(), said, Files.readString(errors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(errors);
    }
  }
}

package dev.holdfast.cli.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a machine is called when nobody says.
public final class MachineName {
  private static final Path HOSTNAME = Path.of("/etc/hostname");

  private MachineName() {}

  /// The given name, else the host's; without asking the network.
  public static String or(@Nullable String given) {
    if (given != null && !given.isBlank()) return given.strip();
    try {
      var name = Files.isReadable(HOSTNAME) ? Files.readString(HOSTNAME).strip() : "";
      return name.isEmpty() ? "this machine" : name;
    } catch (IOException e) {
      return "this machine";
    }
  }
}

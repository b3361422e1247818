package dev.holdfast.tour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Prints each command as a person would type it, runs it as a process of its own, shows what it
/// says, and stops the show when it ends otherwise than expected.
final class Stage {
  private final Path root;
  private final Path folder;
  private final PrintStream out;
  private final boolean colour;

  /// @param root the checkout
  /// @param folder where the commands run
  Stage(Path root, Path folder, PrintStream out, boolean colour) {
    this.root = root;
    this.folder = folder;
    this.out = out;
    this.colour = colour;
  }

  /// Everything a command printed, and how it ended.
  record Scene(int exit, List<String> lines) {
    boolean says(String part) {
      return lines.stream().anyMatch(line -> line.contains(part));
    }
  }

  void chapter(String title) {
    out.println();
    out.println(paint("1", title));
  }

  void tell(String sentence) {
    out.println("  " + sentence);
  }

  /// Runs a program of the checkout.
  ///
  /// @param expected the exit codes that are right here
  Scene run(Set<Integer> expected, String program, String... arguments) {
    out.println("  " + paint("36", "$ " + program + " " + String.join(" ", arguments)));
    var command = new ArrayList<>(List.of(root.resolve(program).toString()));
    command.addAll(Arrays.asList(arguments));
    try {
      var process = new ProcessBuilder(command).directory(folder.toFile())
          .redirectErrorStream(true)
          .start();
      process.getOutputStream().close();
      var lines = show(process.inputReader(StandardCharsets.UTF_8));
      var scene = new Scene(process.waitFor(), lines);
      if (!expected.contains(scene.exit()))
        throw new Failure("\"" + program + " " + arguments[0] + "\" ended with " + scene.exit()
            + ", expected " + expected);
      return scene;
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  /// Ends the show unless what must hold holds.
  void require(boolean holds, String sentence) {
    if (!holds) throw new Failure(sentence);
    out.println("  " + paint("32", "✓ ") + sentence);
  }

  private List<String> show(BufferedReader reader) throws IOException {
    var lines = new ArrayList<String>();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      out.println("    " + line);
    }
    return lines;
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /// A step did not do what it says.
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String sentence) {
      super(sentence);
    }
  }
}

package dev.holdfast.cli;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.client.ClientException;
import java.io.PrintStream;

/// Turns whatever went wrong into a sentence, a way out and an exit code.
final class Failures {
  private Failures() {}

  static int tell(Terminal terminal, Throwable failure) {
    if (Main.debugging(terminal.environment())) failure.printStackTrace(terminal.err());
    var err = terminal.err();
    return switch (failure) {
      case ClientException known -> {
        say(err, sentence(known), known.hint());
        yield ExitCode.of(known.kind());
      }
      case ArchiveException known -> {
        say(err, sentence(known), known.hint());
        yield ExitCode.of(known.kind());
      }
      default -> {
        say(err, "something went wrong that should not (" + failure.getClass().getSimpleName() + ")",
            "please report it; HOLDFAST_DEBUG=1 shows where");
        yield ExitCode.BUG;
      }
    };
  }

  private static String sentence(Throwable failure) {
    return failure.getMessage() == null ? "it did not work" : failure.getMessage();
  }

  static void say(PrintStream err, String sentence, String hint) {
    err.println("holdfast: " + sentence);
    if (!hint.isEmpty()) err.println("holdfast: hint: " + hint);
  }
}

package dev.holdfast.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What surrounds the program: a test brings its own.
public interface Terminal {
  /// Standard output.
  PrintStream out();

  /// Standard error.
  PrintStream err();

  /// Standard input.
  InputStream in();

  /// True if a person sits there: prompts, progress and colours make sense.
  boolean interactive();

  /// Asks for a line; empty if there is none.
  Optional<String> ask(String prompt);

  /// Asks for a secret without showing it; empty if there is none. The caller wipes it.
  Optional<char[]> askSecret(String prompt);

  /// The environment.
  Map<String, String> environment();

  /// The time, in the person's zone.
  Clock clock();
}

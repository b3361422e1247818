package dev.holdfast.server.warning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// One word behind `holdfast-server desk`.
interface Word {
  /// What the help says of it, one or more lines.
  String usage();

  /// Does it.
  ///
  /// @param words what follows the word
  /// @param out standard output
  /// @throws DeskRefusal with the exit code, if it cannot be done
  void run(List<String> words, WarningDesk desk, PrintStream out) throws IOException;
}

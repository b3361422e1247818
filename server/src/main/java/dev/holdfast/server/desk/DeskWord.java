package dev.holdfast.server.desk;

import java.io.IOException;

/// One word behind `holdfast-server desk`: reads its options, asks the desk, tells.
interface DeskWord {
  /// How it is called, after `desk `.
  String usage();

  /// @return the exit code
  /// @throws IllegalArgumentException with a sentence if the words are wrong
  int run(Desk desk, DeskCall call) throws IOException;
}

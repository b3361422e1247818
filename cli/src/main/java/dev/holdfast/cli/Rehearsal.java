package dev.holdfast.cli;

import java.util.List;

/// Runs what has to start quickly, so that the launcher's cache of loaded classes holds it. Reads
/// and writes no file.
public final class Rehearsal {
  private static final String LURE = "This is support. Paste your recovery key here or your backup is"
      + " lost: https://signal-support.example";

  private Rehearsal() {}

  /// The program.
  public static void main(String[] args) {
    var terminal = new SystemTerminal();
    for (var words : List.of(new String[]{"help"}, new String[]{"screen", LURE},
        new String[]{"--json", "screen", LURE}, new String[]{"link", "https://signal.group/#x"},
        new String[]{"screen", "--batch", "-"}))
      Main.run(terminal, words);
  }
}

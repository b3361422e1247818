package dev.holdfast.cli;

import java.nio.file.Path;
import java.util.List;

/// Runs what has to be quick, so that the launcher's cache holds the classes it loads and what the
/// compiler learns about them.
public final class Rehearsal {
  private static final String LURE = "This is support. Paste your recovery key here or your backup is"
      + " lost: https://signal-support.example";

  private Rehearsal() {}

  /// The program.
  ///
  /// @param args nothing; or a server's address and a folder with a sample to back up, `phone`,
  ///          which is used for everything else too
  public static void main(String[] args) {
    var terminal = new SystemTerminal();
    if (args.length == 2) backUp(terminal, args[0], Path.of(args[1]));
    for (var words : List.of(new String[]{"help"}, new String[]{"screen", LURE},
        new String[]{"--json", "screen", LURE}, new String[]{"link", "https://signal.group/#x"},
        new String[]{"screen", "--batch", "-"}))
      Main.run(terminal, words);
  }

  private static void backUp(Terminal terminal, String server, Path folder) {
    var home = folder.resolve("home").toString();
    var code = folder.resolve("code").toString();
    var unlock = folder.resolve("unlock").toString();
    var phone = folder.resolve("phone");
    Main.run(terminal, "--home", home, "init", "--server", server, "--wait", "1s", "--code-out",
        code, "--reserve-out", folder.resolve("reserve").toString(), "--unlock-out", unlock);
    Main.run(terminal, "--home", home, "--json", "backup", phone.toString(), "--signal-key-file",
        phone.resolve("signal-key.txt").toString());
    Main.run(terminal, "--home", folder.resolve("new").toString(), "restore", "latest", "--server",
        server, "--to", folder.resolve("restored").toString(), "--code-file", code, "--unlock-file",
        unlock, "--signal-key-out", folder.resolve("key").toString(), "--reserve-out",
        folder.resolve("next").toString());
  }
}

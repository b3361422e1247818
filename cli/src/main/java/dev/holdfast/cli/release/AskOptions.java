package dev.holdfast.cli.release;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `holdfast release ask`.
final class AskOptions {
  @Option(names = "--server", paramLabel = "URL", description = "where the vault is (default: the server of the home)")
  @Nullable String server;

  @Option(names = "--name", paramLabel = "NAME", description = "how this machine calls itself to the owner (default: its host name)")
  @Nullable String name;

  @Option(names = "--code-file", paramLabel = "FILE", description = "the recovery code; - for standard input (default: asks)")
  @Nullable String codeFile;

  @Option(names = "--unlock-file", paramLabel = "FILE", description = "the unlock code, to prove it at once; - for standard input")
  @Nullable String unlockFile;
}

package dev.holdfast.cli.restore;

import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.SecretOutput;
import dev.holdfast.cli.Secrets;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of everything that opens a vault.
public final class RestoreOptions {
  @Option(names = "--to", required = true, paramLabel = "DIR", description = "receives DIR/SignalBackups, or the stored folder")
  Path to = Path.of("");

  @Option(names = "--server", paramLabel = "URL", description = "where the vault is (default: the server of the home)")
  @Nullable
  String server;

  @Option(names = "--name", paramLabel = "NAME", description = "how this machine calls itself to the owner (default: its host name)")
  @Nullable
  String name;

  @Option(names = "--code-file", paramLabel = "FILE", description = "the recovery code; - for standard input (default: asks)")
  @Nullable
  String codeFile;

  @Option(names = "--unlock-file", paramLabel = "FILE", description = "the unlock code; - for standard input (default: asks)")
  @Nullable
  String unlockFile;

  @Option(names = "--no-wait", description = "stop with exit code 5 while there is something to wait for; the same command goes on later")
  boolean noWait;

  @Option(names = "--keep-key", description = "write under Signal's old recovery key instead of a fresh one; asks for it")
  boolean keepKey;

  @Option(names = "--signal-key-file", paramLabel = "FILE", description = "Signal's recovery key for --keep-key; - for standard input")
  @Nullable
  String signalKeyFile;

  @Option(names = "--signal-key-out", paramLabel = "FILE", description = "write Signal's fresh recovery key there instead of showing it")
  @Nullable
  Path signalKeyOut;

  @Option(names = "--reserve-out", paramLabel = "FILE", description = "write the new reserve code there instead of showing it")
  @Nullable
  Path reserveOut;

  @Option(names = "--code-out", paramLabel = "FILE", description = "write the new recovery code there, if no reserve was left")
  @Nullable
  Path codeOut;

  @Option(names = "--drop-expired", description = "leave out messages whose timer has run out")
  boolean dropExpired;

  /// Only a snapshot with chats will do; not an option.
  boolean chatsOnly;

  /// Before anything is asked.
  ///
  /// @throws ClientException USAGE for what cannot work
  void check(Holdfast app) {
    new SecretOutput(app).check(signalKeyOut, reserveOut, codeOut);
    if (keepKey && signalKeyOut != null)
      throw new ClientException(Kind.USAGE, "--keep-key makes no fresh key to write",
          "leave one of the two out");
    if (signalKeyFile != null && !keepKey)
      throw new ClientException(Kind.USAGE, "--signal-key-file is for --keep-key",
          "without it the restore makes a fresh key and needs no old one");
    var folder = to.resolve("SignalBackups");
    if (Files.exists(folder))
      throw new ClientException(Kind.USAGE, folder + " exists already and is not overwritten",
          "name another folder with --to");
  }

  /// The key to keep.
  ///
  /// @return the caller's to close; empty for a fresh one
  Optional<RecoveryKey> keptKey(Holdfast app) {
    if (!keepKey) return Optional.empty();
    var key = new Secrets(app).signalKey(signalKeyFile, "Signal's recovery key: ");
    if (key.isEmpty())
      throw new ClientException(Kind.USAGE, "--keep-key needs Signal's recovery key",
          "give it with --signal-key-file FILE");
    return key;
  }
}

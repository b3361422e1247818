package dev.holdfast.cli.device;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.wire.VaultStatus;
import dev.holdfast.kernel.wire.VaultStatus.EnrolledDevice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast device`
@Command(description = "The machines of the vault.", footer = {"", "Examples:",
    "  holdfast device add                     on a machine of the vault: shows an invitation",
    "  holdfast device join                    on the new machine: asks for the invitation",
    "  holdfast device list", "  holdfast device revoke 1f2e3d4c"})
public final class DeviceCommand extends HoldfastCommand {
  public DeviceCommand(Holdfast app) {
    super(app);
  }

  /// A device for programs.
  record Document(String device, String name, boolean thisOne, boolean revoked, String addedAt) {}

  /// `holdfast device list`
  @Command(name = "list", description = "Lists the devices.")
  int list() {
    return withVault(vault -> {
      var own = vault.keys().id();
      tell(vault.status(), own);
      return ExitCode.DONE;
    });
  }

  private void tell(VaultStatus status, DeviceId own) {
    List<Document> documents = status.devices().stream().map(one -> document(one, own)).toList();
    app().tell(documents);
    documents.forEach(one -> app().say(Text.brief(one.device()) + "  "
        + Text.time(Instant.parse(one.addedAt()), app().clock()) + "  \"" + one.name() + "\""
        + (one.thisOne() ? ", this machine" : "") + (one.revoked() ? ", revoked" : "")));
  }

  private static Document document(EnrolledDevice device, DeviceId own) {
    return new Document(device.id(), Text.plain(device.name()), device.id().equals(own.hex()),
        device.revoked(), Instant.ofEpochMilli(device.addedAt()).toString());
  }

  /// `holdfast device add`
  @Command(name = "add", description = "Invites another machine and waits for it, ten minutes at most.")
  int add(
      @Option(names = "--invitation-out", paramLabel = "FILE", description = "write the invitation there instead of showing it") @Nullable Path file,
      @Option(names = "--yes", description = "do not ask whether the numbers are the same") boolean yes) {
    return withVault(vault -> new Pairing(app()).invite(vault, file, yes));
  }

  /// `holdfast device join`
  @Command(name = "join", description = "Makes this machine a device of the vault that invites it.")
  int join(
      @Option(names = "--invitation-file", paramLabel = "FILE", description = "the invitation; - for standard input (default: asks)") @Nullable String file,
      @Option(names = "--name", paramLabel = "NAME", description = "how people call this machine (default: its host name)") @Nullable String name) {
    return new Pairing(app()).join(file, name);
  }

  /// `holdfast device revoke`
  @Command(name = "revoke", description = "Ends a device's right to open, upload and add; it may veto until the wait is over.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "the beginning of its id") String begin) {
    return withVault(vault -> {
      var device = named(vault.status(), begin);
      var status = vault.calls().revoke(new DeviceId(device.id()));
      tell(status, vault.keys().id());
      return ExitCode.DONE;
    });
  }

  private static EnrolledDevice named(VaultStatus status, String begin) {
    var found = status.devices().stream().filter(one -> one.id().startsWith(begin)).toList();
    if (found.size() == 1) return found.getFirst();
    throw new ClientException(Kind.ABSENT, "there is no single device " + begin,
        "see them with \"holdfast device list\"");
  }

  @Override
  public Integer call() {
    return list();
  }
}

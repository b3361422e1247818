package dev.holdfast.cli.device;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.device.Roster;
import dev.holdfast.client.vault.Vault;
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
  ///
  /// @param addedBy the device that added it; empty if it came with the vault or by opening it
  /// @param leftByRevoked true if a device that is revoked now has added it
  record Document(String device, String name, boolean thisOne, boolean revoked, String addedAt,
      String addedBy, boolean leftByRevoked) {}

  /// `holdfast device list`
  @Command(name = "list", description = "Lists the devices.")
  int list() {
    return withVault(vault -> {
      tell(vault, vault.status());
      return ExitCode.DONE;
    });
  }

  private void tell(Vault vault, VaultStatus status) {
    var roster = vault.roster(status);
    var left = roster.leftByRevoked(status.devices());
    List<Document> documents = status.devices()
        .stream()
        .map(one -> document(one, vault.keys().id(), roster, left.contains(one)))
        .toList();
    app().tell(documents);
    documents.forEach(one -> app().say(Text.brief(one.device()) + "  "
        + Text.time(Instant.parse(one.addedAt()), app().clock()) + "  \"" + one.name() + "\""
        + (one.thisOne() ? ", this machine" : "")
        + (one.addedBy().isEmpty() ? "" : ", added by " + Text.brief(one.addedBy()))
        + (one.revoked() ? ", revoked" : "")));
    documents.stream().filter(Document::leftByRevoked).forEach(one -> {
      app().remark("device " + Text.brief(one.device()) + ", \"" + one.name()
          + "\", was added by a device that is revoked now");
      app().hint("if that was not you: holdfast device revoke " + Text.brief(one.device()));
    });
  }

  private static Document document(EnrolledDevice device, DeviceId own, Roster roster,
      boolean left) {
    return new Document(device.id(), Text.plain(device.name()), device.id().equals(own.hex()),
        device.revoked(), Instant.ofEpochMilli(device.addedAt()).toString(),
        roster.addedBy(new DeviceId(device.id())).map(DeviceId::hex).orElse(""), left);
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
      tell(vault, status);
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

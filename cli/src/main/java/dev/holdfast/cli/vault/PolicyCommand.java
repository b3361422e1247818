package dev.holdfast.cli.vault;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.kernel.policy.Policy;
import java.util.List;
import picocli.CommandLine.Command;

/// `holdfast policy`
@Command(description = "The rules of the vault.", footer = {"", "Examples:",
    "  holdfast policy show"})
public final class PolicyCommand extends HoldfastCommand {
  public PolicyCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  record Document(String vault, int epoch, String hash, long waitSeconds, long lockSeconds,
      int threshold, List<String> servers, List<String> devices, boolean unlockFile) {}

  /// `holdfast policy show`
  @Command(name = "show", description = "Shows the rules of the epoch in force.")
  public int show() {
    return withVault(vault -> {
      var policy = vault.policy(vault.status());
      app().tell(document(policy));
      app().say("Epoch " + policy.epoch() + " of vault " + Text.brief(policy.vault().hex()));
      app().say("  a stranger's request waits   " + Text.duration(policy.waiting()));
      app().say("  a veto locks for             " + Text.duration(policy.lock()));
      app().say("  release shares needed        " + policy.threshold() + " of "
          + policy.servers().size());
      app().say("  devices at set-up            "
          + policy.devices().stream().filter(one -> one.share().raw().length > 0).count());
      app().say("  hash                         " + policy.hash().hex());
      return ExitCode.DONE;
    });
  }

  private static Document document(Policy policy) {
    return new Document(policy.vault().hex(), policy.epoch(), policy.hash().hex(),
        policy.waiting().toSeconds(), policy.lock().toSeconds(), policy.threshold(),
        policy.servers().stream().map(server -> server.key().hex()).toList(),
        policy.devices().stream().map(one -> one.device().id().hex()).toList(),
        policy.unlock().isPresent());
  }

  @Override
  public Integer call() {
    return show();
  }
}

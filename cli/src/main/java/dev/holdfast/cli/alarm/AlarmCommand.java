package dev.holdfast.cli.alarm;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.client.alarm.AlarmWatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `holdfast alarm`
@Command(description = "Hears alarms, and keeps the channels they go out through.", footer = {"",
    "Examples:", "  holdfast alarm list --json", "  holdfast alarm watch",
    "  holdfast alarm channels --add you@example.org",
    "  holdfast alarm channels --confirm 1f2e3d4c --code 123456", "  holdfast alarm test"})
public final class AlarmCommand extends HoldfastCommand {
  public AlarmCommand(Holdfast app) {
    super(app);
  }

  /// `holdfast alarm list`
  @Command(name = "list", description = "Lists the alarms, oldest first; with --json one line each.")
  int list() {
    return withVault(vault -> {
      var alarms = vault.calls().alarmsAfter(0).stream().map(AlarmDocument::of).toList();
      alarms.forEach(this::tell);
      if (alarms.isEmpty()) app().say("There has been no alarm.");
      return ExitCode.DONE;
    });
  }

  /// `holdfast alarm watch`
  @Command(name = "watch", description = "Shows alarms as they come, until it is stopped; takes up a broken line without loss.")
  int watch(
      @Option(names = "--count", paramLabel = "N", description = "stop after this many alarms") @Nullable Integer count,
      @Option(names = "--after", paramLabel = "N", description = "start behind this alarm instead of the newest") @Nullable Long after) {
    return withVault(vault -> {
      var calls = vault.calls();
      long start = after == null
          ? calls.alarmsAfter(0).stream().mapToLong(one -> one.sequence()).max().orElse(0)
          : after;
      var left = new Left(count == null ? Integer.MAX_VALUE : count);
      app().say("Watching for alarms. Stop with Ctrl-C.");
      new AlarmWatch(calls).watch(start, alarm -> {
        tell(AlarmDocument.of(alarm));
        left.number--;
      }, lost -> app().remark(lost.getMessage() + "; trying again"), left);
      return ExitCode.DONE;
    });
  }

  /// How many alarms are still wanted.
  private static final class Left implements BooleanSupplier {
    private int number;

    Left(int number) {
      this.number = number;
    }

    @Override
    public boolean getAsBoolean() {
      return number > 0;
    }
  }

  private void tell(AlarmDocument alarm) {
    app().tell(alarm);
    app().say(alarm.line(app().clock()));
    app().terminal().out().flush();
  }

  /// `holdfast alarm channels`
  @Command(name = "channels", description = "Lists, adds, confirms and removes alarm channels.")
  int channels(@Mixin ChannelOptions options) {
    return withVault(vault -> new Channels(app(), vault.calls()).run(options));
  }

  /// `holdfast alarm test`
  @Command(name = "test", description = "Sends a test through every channel.")
  int test() {
    return withVault(vault -> new Channels(app(), vault.calls()).test());
  }

  @Override
  public Integer call() {
    return list();
  }
}

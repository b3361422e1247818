package dev.holdfast.cli.alarm;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.wire.Channel;
import org.jspecify.annotations.Nullable;

/// The channels that alarms go out through.
final class Channels {
  private final Holdfast app;
  private final VaultCalls calls;

  Channels(Holdfast app, VaultCalls calls) {
    this.app = app;
    this.calls = calls;
  }

  int run(ChannelOptions options) {
    if (options.add != null) return add(options.add);
    if (options.confirm != null) return confirm(options.confirm, options.code);
    if (options.remove != null) return remove(options.remove);
    return list();
  }

  private int list() {
    var channels = calls.channels();
    app.tell(channels);
    if (channels.isEmpty())
      app.say("There is no channel yet: holdfast alarm channels --add you@example.org");
    channels.forEach(channel -> app.say(Text.brief(channel.id()) + "  " + channel.kind() + "  "
        + channel.address() + "  " + (channel.confirmed() ? "confirmed" : "not confirmed yet")));
    return ExitCode.DONE;
  }

  private int add(String address) {
    var channel = calls.testChannel(calls.addChannel("email", address).id());
    app.tell(channel);
    app.say("A test with six digits is on its way to " + channel.address() + ". Then:");
    app.say("  holdfast alarm channels --confirm " + Text.brief(channel.id()) + " --code DIGITS");
    return ExitCode.DONE;
  }

  private int confirm(String id, @Nullable String code) {
    if (code == null)
      throw new ClientException(Kind.USAGE, "the digits of the test are missing",
          "add --code DIGITS");
    var channel = calls.confirmChannel(named(id).id(), code);
    app.tell(channel);
    app.say("Alarms go to " + channel.address() + ".");
    return ExitCode.DONE;
  }

  private int remove(String id) {
    var channel = named(id);
    calls.removeChannel(channel.id());
    app.tell(channel);
    app.say(channel.confirmed()
        ? "The channel is removed once the wait of the policy is over: nobody silences alarms at once."
        : "The channel is removed.");
    return ExitCode.DONE;
  }

  int test() {
    var channels = calls.channels();
    if (channels.isEmpty())
      throw new ClientException(Kind.ABSENT, "there is no alarm channel to test",
          "add one with \"holdfast alarm channels --add you@example.org\"");
    var tested = channels.stream().map(channel -> calls.testChannel(channel.id())).toList();
    app.tell(tested);
    tested.forEach(channel -> app.say("A test is on its way to " + channel.address() + "."));
    return ExitCode.DONE;
  }

  private Channel named(String begin) {
    var found = calls.channels()
        .stream()
        .filter(channel -> channel.id().startsWith(begin))
        .toList();
    if (found.size() == 1) return found.getFirst();
    throw new ClientException(Kind.ABSENT, "there is no single channel " + begin,
        "see them with \"holdfast alarm channels\"");
  }
}

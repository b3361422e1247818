package dev.holdfast.client.watch;

import dev.holdfast.signalcli.Daemon;
import dev.holdfast.signalcli.SignalCliException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Notes to the owner's own chat, so that the phone shows them too.
public final class NoteToSelf implements Warning.Channel {
  private final Daemon daemon;
  private final Function<Warning, String> words;
  private final Consumer<String> failed;

  /// @param words what to say
  /// @param failed told in one sentence, without content, if a note could not be sent
  public NoteToSelf(Daemon daemon, Function<Warning, String> words, Consumer<String> failed) {
    this.daemon = daemon;
    this.words = words;
    this.failed = failed;
  }

  @Override
  public void tell(Warning warning) {
    try {
      daemon.call("send", Map.of("noteToSelf", true, "notifySelf", true, "message",
          words.apply(warning)));
    } catch (SignalCliException e) {
      failed.accept("the note to yourself could not be sent: " + e.getMessage());
    }
  }
}

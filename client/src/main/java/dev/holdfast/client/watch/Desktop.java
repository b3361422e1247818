package dev.holdfast.client.watch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Desktop notifications, through `notify-send` where it is installed.
public final class Desktop implements Warning.Channel {
  private static final int PATIENCE_S = 5;

  private final Function<Warning, String> words;

  /// @param words what to say
  public Desktop(Function<Warning, String> words) {
    this.words = words;
  }

  @Override
  public void tell(Warning warning) {
    try {
      var process = new ProcessBuilder(List.of("notify-send", "--app-name=Holdfast",
          "--urgency=critical", "--", "Holdfast", escaped(words.apply(warning))))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (IOException e) {
      // there is no desktop here; the other channels are told
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Notification servers read a little markup, and names are chosen by strangers.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

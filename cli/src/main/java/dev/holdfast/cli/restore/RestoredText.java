package dev.holdfast.cli.restore;

import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Text;
import dev.holdfast.client.restore.Outcome;

/// What a person reads after a restore.
final class RestoredText {
  private final Holdfast app;
  private final RestoreOptions options;

  RestoredText(Holdfast app, RestoreOptions options) {
    this.app = app;
    this.options = options;
  }

  void show(Outcome.Restored restored) {
    var summary = restored.summary();
    boolean signal = restored.facts().mode() == Mode.SIGNAL;
    app.say("Restored to " + summary.written() + ": "
        + (signal ? Text.count(summary.frames(), "frame", "frames") + ", " : "")
        + Text.count(summary.media(), "file", "files") + "; read back and found right.");
    if (summary.mediaAbsent() > 0)
      app.say(Text.count(summary.mediaAbsent(), "media file was", "media files were")
          + " absent already when it was stored.");
    if (summary.mediaOnlyInCloud() > 0)
      app.say(Text.count(summary.mediaOnlyInCloud(), "media file exists", "media files exist")
          + " in Signal's cloud only; the fresh key gives them up.");
    if (options.dropExpired)
      app.say(Text.count(summary.dropped(), "message", "messages")
          + " whose timer had run out left out.");
    if (!summary.unset().isEmpty())
      app.say("Some names, times or rights could not be set here: "
          + String.join(", ", summary.unset()));
    app.say("");
    app.say("The recovery code you used is spent; the code of epoch " + restored.vault().epoch()
        + " counts now, and the new codes above with it.");
  }
}

package dev.holdfast.cli;

import dev.holdfast.archive.snapshot.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;

/// One line on a terminal's standard error that says how far a step is; nothing anywhere else.
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long EVERY_MILLIS = 200;

  private final PrintStream err;
  private final Clock clock;
  private final boolean shown;
  private long lastMillis;
  private int width;

  /// @param app the program
  public ProgressLine(Holdfast app) {
    err = app.terminal().err();
    clock = app.clock();
    shown = app.terminal().interactive();
  }

  @Override
  public synchronized void at(Step step, long done, long total) {
    if (!shown || clock.millis() - lastMillis < EVERY_MILLIS) return;
    lastMillis = clock.millis();
    var name = step.name().toLowerCase(Locale.ROOT);
    replace(total > 0
        ? name + " " + Math.min(100, done * 100 / total) + " % of " + Text.bytes(total)
        : name + " " + Text.bytes(done));
  }

  /// Replaces the line.
  public synchronized void replace(String line) {
    if (!shown) return;
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  /// Wipes the line.
  @Override
  public synchronized void close() {
    if (!shown || width == 0) return;
    err.print("\r" + " ".repeat(width) + "\r");
    err.flush();
    width = 0;
  }
}

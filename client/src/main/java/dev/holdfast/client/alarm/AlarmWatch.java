package dev.holdfast.client.alarm;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.wire.AlarmEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.BooleanSupplier;

/// Watches the live stream of alarms and takes it up again where it broke off: nothing is lost and
/// nothing told twice.
public final class AlarmWatch {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final VaultCalls calls;

  /// @param calls lent
  public AlarmWatch(VaultCalls calls) {
    this.calls = calls;
  }

  /// Hands over alarms as they come, until the thread is interrupted or `more` says no.
  ///
  /// @param after the last alarm that is known already, 0 for none
  /// @param alarm hears each alarm
  /// @param lost hears that the line broke and is being taken up again
  /// @param more asked after each alarm and each broken line
  public void watch(long after, Consumer<AlarmEvent> alarm, Consumer<ClientException> lost,
      BooleanSupplier more) {
    long last = after;
    var pause = FIRST_PAUSE;
    while (more.getAsBoolean()) {
      long before = last;
      try {
        last = follow(last, alarm, more);
        if (!more.getAsBoolean()) return;
        pause = last > before ? FIRST_PAUSE : longer(pause);
        sleep(pause);
      } catch (ClientException e) {
        if (e.kind() != Kind.UNREACHABLE) throw e;
        lost.accept(e);
        pause = longer(pause);
        sleep(pause);
      }
    }
  }

  /// One line, until it breaks.
  ///
  /// @return the number of the last alarm
  private long follow(long after, Consumer<AlarmEvent> alarm,
      BooleanSupplier more) {
    long last = after;
    try (var lines = calls.alarmLines(after)) {
      for (var line : (Iterable<String>) lines::iterator) {
        if (!line.startsWith("data:")) continue;
        var event = Json.read("an alarm",
            line.substring(5).strip().getBytes(StandardCharsets.UTF_8), AlarmEvent.class);
        if (event.sequence() <= last) continue;
        last = event.sequence();
        alarm.accept(event);
        if (!more.getAsBoolean()) return last;
      }
    } catch (UncheckedIOException e) {
      return last;
    }
    return last;
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException(Kind.BUG, "the watch was interrupted", "", e);
    }
  }
}

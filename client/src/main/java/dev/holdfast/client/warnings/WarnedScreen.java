package dev.holdfast.client.warnings;

import dev.holdfast.client.ClientException;
import dev.holdfast.guard.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A screen that knows the warnings of the desks that are followed, and asks them again from time
/// to time, for programs that run long.
public final class WarnedScreen implements Supplier<Screen>, AutoCloseable {
  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Warnings warnings;
  private final String language;
  private final Consumer<ClientException> trouble;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Screen screen;
  private Instant looked = Instant.MIN;

  /// @param language of the reader
  /// @param trouble told what hinders; screening goes on with what is kept
  public WarnedScreen(Screen plain, Warnings warnings, String language,
      Consumer<ClientException> trouble) {
    screen = plain;
    this.warnings = warnings;
    this.language = language;
    this.trouble = trouble;
  }

  /// Updates now and every six hours, until it is closed.
  public void follow() {
    Thread.ofVirtual().name("warnings").start(() -> {
      try {
        do
          update();
        while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void update() {
    try {
      for (var desk : warnings.desks())
        update(desk);
    } catch (ClientException e) {
      trouble.accept(e);
    }
  }

  private void update(Subscription desk) {
    try {
      warnings.update(desk);
    } catch (ClientException e) {
      trouble.accept(e);
    }
  }

  /// The screen with what holds now.
  @Override
  public synchronized Screen get() {
    var now = warnings.now();
    if (looked.isBefore(now.minus(LOOK_AGAIN))) {
      looked = now;
      try {
        screen = screen.with(warnings.notices(language));
      } catch (ClientException e) {
        trouble.accept(e);
      }
    }
    return screen;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}

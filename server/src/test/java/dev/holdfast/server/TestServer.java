package dev.holdfast.server;

import dev.holdfast.server.config.Settings;
import dev.holdfast.vault.database.TimeSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A real server on a free port and a home of its own, whose clock the test moves.
final class TestServer implements AutoCloseable {
  final TestClock clock = new TestClock();
  private final Path home;
  private final Map<String, String> settings;
  private @Nullable HoldfastServer running;

  TestServer(Path home, Map<String, String> settings) throws Exception {
    this.home = home;
    this.settings = new HashMap<>(Map.of("listen", "127.0.0.1:0", "release.wait-floor", "1s"));
    this.settings.putAll(settings);
    start();
  }

  TestServer(Path home) throws Exception {
    this(home, Map.of());
  }

  /// Starts again after [#stop].
  void start() throws Exception {
    running = HoldfastServer.start(home, Settings.defaults().with(settings), clock);
  }

  /// With other settings from now on.
  void restart(Map<String, String> changed) throws Exception {
    stop();
    settings.putAll(changed);
    start();
  }

  void stop() {
    server().close();
    running = null;
  }

  HoldfastServer server() {
    return Objects.requireNonNull(running);
  }

  URI url() {
    return server().localUrl();
  }

  Path home() {
    return home;
  }

  TimeSource time() {
    return clock;
  }

  /// Time passes and the server has noticed.
  void pass(Duration time) {
    clock.pass(time);
    server().timePassed();
  }

  @Override
  public void close() {
    if (running != null) stop();
  }
}

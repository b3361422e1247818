package dev.holdfast.server;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test against a real server with one enrolled owner.
abstract class ServerTest {
  @TempDir
  Path home;
  TestServer server;
  TestOwner owner;

  /// Settings beyond the usual ones.
  Map<String, String> settings() {
    return Map.of();
  }

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(home, settings());
    owner = TestOwner.enrolled(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }
}

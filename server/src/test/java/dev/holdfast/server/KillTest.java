package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.kernel.wire.VaultStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was acknowledged is there after a power cut, at whatever moment it comes.
@Timeout(300)
class KillTest {
  static final int KILLS = 6;

  @TempDir
  Path home;
  final TestDevice device = TestDevice.named("d");
  final VaultId vault = VaultId.random(new SecureRandom());
  final Map<ObjectName, byte[]> acknowledged = new ConcurrentHashMap<>();

  TestCaller caller(Program program) {
    DeviceId id = device.id();
    return new TestCaller(program::url, () -> System.currentTimeMillis() / 1000,
        device.signing(), id.hex());
  }

  void enrol(Program program) {
    var info = TestCaller.unsigned(program.url().resolve("/v1/server")).as(ServerInfo.class);
    var first = new TestEpoch(info, vault, 1, Duration.ofDays(1), Duration.ofDays(1),
        List.of(device), Optional.empty());
    var second = new TestEpoch(info, vault, 2, Duration.ofDays(1), Duration.ofDays(1),
        List.of(device), Optional.of(first));
    caller(program).post("/v1/vaults", new NewVault(vault.hex(), "", "d",
        List.of(first.staged(), second.staged()))).as(VaultStatus.class);
  }

  /// Uploads until the server is gone.
  void upload(TestCaller caller, int seed) {
    var random = new Random(seed);
    while (!Thread.currentThread().isInterrupted()) {
      var content = new byte[1 + random.nextInt(300_000)];
      random.nextBytes(content);
      var name = new ObjectName(Sha256.over(content).hex());
      try {
        var answer = caller.call("PUT", "/v1/vaults/" + vault + "/objects/" + name, content,
            Map.of("Upload-Offset", "0", "Upload-Length", Integer.toString(content.length),
                "Holdfast-Sha256", Sha256.over(content).hex()));
        if (answer.status() == 201) acknowledged.put(name, content);
        else if (answer.status() != 401) throw new IllegalStateException(answer.refusal());
      } catch (AssertionError e) {
        return;
      }
    }
  }

  @Test
  void nothingThatWasAcknowledgedIsLost() throws Exception {
    var random = new Random(42);
    for (int kill = 0; kill < KILLS; kill++) {
      try (var program = Program.start(home)) {
        if (kill == 0) enrol(program);
        everythingIsThere(caller(program));
        var caller = caller(program);
        int seed = kill;
        var uploader = Thread.ofVirtual().start(() -> upload(caller, seed));
        Thread.sleep(100 + random.nextInt(900));
        program.kill();
        uploader.join();
      }
    }
    try (var program = Program.start(home)) {
      everythingIsThere(caller(program));
    }
    assertTrue(acknowledged.size() >= KILLS, "the test must have stored something");
  }

  void everythingIsThere(TestCaller caller) {
    long bytes = 0;
    for (var entry : new HashMap<>(acknowledged).entrySet()) {
      var answer = caller.get("/v1/vaults/" + vault + "/objects/" + entry.getKey());
      assertEquals(200, answer.status());
      assertArrayEquals(entry.getValue(), answer.body());
      bytes += entry.getValue().length;
    }
    var status = caller.get("/v1/vaults/" + vault).as(VaultStatus.class);
    assertTrue(status.storedBytes() >= bytes);
  }
}

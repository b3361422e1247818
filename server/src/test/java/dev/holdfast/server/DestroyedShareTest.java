package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.Rekey;
import dev.holdfast.kernel.wire.VaultStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What is destroyed is in no file any more, nor is anything that would open what is left of it.
class DestroyedShareTest extends ServerTest {
  Path keyOf(int epoch) {
    return home.resolve("shares").resolve(owner.vault.hex() + "-" + epoch);
  }

  boolean found(byte[] secret) throws IOException {
    var raw = new String(secret, StandardCharsets.ISO_8859_1);
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(raw) || text.contains(HexFormat.of().formatHex(secret))
            || text.contains(TestEpoch.base64(secret)))
          return true;
      }
    }
    return false;
  }

  void panicAndDestroy() {
    var proof = new Rekey(1, owner.destroyProof(owner.epoch(2).codeKey, 1));
    assertEquals(200, owner.as(owner.phone).post(owner.path("/rekey"), proof).status());
  }

  @Test
  void noSecretLiesOpenEvenBefore() throws Exception {
    server.stop();
    assertFalse(found(owner.epoch(1).share));
    assertFalse(found(owner.epoch(1).mask(owner.phone)));
    server.start();
  }

  @Test
  void theKeyOfADestroyedShareIsInNoFile() throws Exception {
    var key = Files.readAllBytes(keyOf(1));
    assertTrue(found(key), "the search itself must find what is there");
    panicAndDestroy();
    assertFalse(Files.exists(keyOf(1)));
    assertFalse(found(key), "while the server runs");
    server.stop();
    assertFalse(found(key), "after it stopped");
    assertTrue(Files.exists(keyOf(2)));
    server.start();
  }

  @Test
  void aStopBeforeTheOverwritingIsMadeUpForAtTheStart() throws Exception {
    var key = Files.readAllBytes(keyOf(1));
    panicAndDestroy();
    server.stop();
    Files.write(keyOf(1), key);
    server.start();
    assertFalse(found(key));
  }

  @Test
  void aStartWithAnotherDatabaseDestroysNothing() throws Exception {
    server.stop();
    for (var name : new String[]{"holdfast.db", "holdfast.db-wal", "holdfast.db-shm"})
      if (Files.exists(home.resolve(name)))
        Files.move(home.resolve(name), home.resolve(name + ".away"));
    server.start();
    server.stop();
    assertTrue(Files.exists(keyOf(1)));
    for (var name : new String[]{"holdfast.db", "holdfast.db-wal", "holdfast.db-shm"}) {
      Files.deleteIfExists(home.resolve(name));
      if (Files.exists(home.resolve(name + ".away")))
        Files.move(home.resolve(name + ".away"), home.resolve(name));
    }
    server.start();
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    server.pass(TestOwner.WAIT);
    assertEquals(200, request.release().status());
  }

  @Test
  void aServerRestoredWithoutTheSharesLocksAndSaysSoAndServesAgainOnceTheyAreBack()
      throws Exception {
    var request = TestRequest.byStranger(owner);
    request.ask();
    request.prove(owner.epoch(1).factorKey);
    assertEquals(200, request.approvedBy(owner.phone, new byte[32]).status());
    server.stop();
    Files.move(home.resolve("shares"), home.resolve("away"));
    server.start();
    var status = owner.as(owner.phone).get(owner.path("")).as(VaultStatus.class);
    assertEquals("share-missing", status.lockReason());
    var alarms = owner.as(owner.phone).get(owner.path("/alarms")).as(AlarmEvent[].class);
    assertEquals(1, Arrays.stream(alarms).filter(one -> one.kind().equals("locked")).count());
    server.pass(TestOwner.WAIT);
    server.pass(TestOwner.WAIT);
    assertEquals("403 locked", request.release().refusal());
    assertEquals(200, owner.unlock(owner.epoch(1).factorKey).status());
    assertEquals("503 share-missing", request.release().refusal());
    assertEquals(200, owner.as(owner.phone).get(owner.path("/requests")).status());
    server.stop();
    Files.delete(home.resolve("shares"));
    Files.move(home.resolve("away"), home.resolve("shares"));
    server.start();
    server.pass(TestOwner.WAIT);
    assertEquals(200, request.release().status());
  }

  @Test
  void aFrozenShareIsKept() throws Exception {
    owner.as(owner.phone).post(owner.path("/rekey"));
    server.stop();
    server.start();
    assertTrue(Files.exists(keyOf(1)));
  }
}

package dev.holdfast.archive.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a backup and a restore rely on. Each store runs it.
public interface ObjectStoreContract {
  /// An empty vault.
  ///
  /// @param device may publish
  /// @param epoch in force
  record Vault(ObjectStore store, VaultId id, SigningKey device, int epoch) {}

  /// A new one for each test.
  Vault vault() throws IOException;

  private static byte[] bytes(long seed, int length) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static SealedObject describe(String name, byte[] bytes) {
    return new SealedObject(
        ObjectName.of(Sha256.over(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).raw()),
        bytes.length, Sha256.over(bytes));
  }

  private static SealedObject put(ObjectStore store, String name, byte[] bytes) throws IOException {
    var object = describe(name, bytes);
    store.put(object, bytes);
    return object;
  }

  private static SignedManifest manifest(Vault vault, long sequence, Sha256 previous,
      SealedObject inner,
      List<SealedObject> added) {
    var outer = new OuterManifest(vault.id, vault.epoch, sequence, previous, Sha256.NONE,
        DeviceId.of(vault.device.verifyKey()), Instant.ofEpochMilli(1_764_000_000_000L + sequence),
        inner, added,
        List.of());
    return SignedManifest.sign(outer, vault.device);
  }

  @Test
  default void whatWasPutIsFoundAndReadBack() throws IOException {
    var store = vault().store;
    var bytes = bytes(1, 3_000_017);
    var object = put(store, "a", bytes);
    assertEquals(Optional.of(object), store.find(object.name()));
    assertArrayEquals(bytes, store.read(object.name(), 0, bytes.length));
  }

  @Test
  default void aPartIsCutAtTheObjectsEnd() throws IOException {
    var store = vault().store;
    var bytes = bytes(2, 1000);
    var object = put(store, "a", bytes);
    assertArrayEquals(Arrays.copyOfRange(bytes, 10, 20), store.read(object.name(), 10, 10));
    assertArrayEquals(Arrays.copyOfRange(bytes, 990, 1000), store.read(object.name(), 990, 50));
  }

  @Test
  default void whatWasNeverPutIsAbsent() throws IOException {
    var store = vault().store;
    var name = describe("nothing", bytes(3, 1)).name();
    assertEquals(Optional.empty(), store.find(name));
    var refusal = assertThrows(ArchiveException.class, () -> store.read(name, 0, 10));
    assertEquals(ArchiveException.Kind.ABSENT, refusal.kind());
  }

  @Test
  default void puttingTheSameBytesAgainChangesNothing() throws IOException {
    var store = vault().store;
    var bytes = bytes(4, 100);
    var object = put(store, "a", bytes);
    store.put(object, bytes);
    assertArrayEquals(bytes, store.read(object.name(), 0, 100));
  }

  @Test
  default void otherBytesUnderANameThatIsTakenAreRefused() throws IOException {
    var store = vault().store;
    var first = put(store, "a", bytes(5, 100));
    assertThrows(OtherContentException.class, () -> put(store, "a", bytes(6, 100)));
    assertEquals(Optional.of(first), store.find(first.name()));
  }

  @Test
  default void bytesThatAreNotWhatTheyClaimAreNotKept() throws IOException {
    var store = vault().store;
    var claimed = describe("a", bytes(7, 100));
    assertThrows(IOException.class, () -> store.put(claimed, bytes(8, 100)));
    assertEquals(Optional.empty(), store.find(claimed.name()));
  }

  @Test
  default void manifestsComeBackInOrder() throws IOException {
    var vault = vault();
    var store = vault.store;
    assertEquals(List.of(), store.manifests(0));
    var first = manifest(vault, 1, Sha256.NONE, put(store, "i1", bytes(9, 50)), List.of());
    assertInstanceOf(Publication.Stored.class, store.publish(first));
    var second = manifest(vault, 2, new Sha256(first.id().hex()), put(store, "i2", bytes(10, 50)),
        List.of(put(store, "p", bytes(11, 60))));
    assertInstanceOf(Publication.Stored.class, store.publish(second));
    assertEquals(List.of(first, second),
        store.manifests(0).stream().map(StoredManifest::manifest).toList());
    assertEquals(List.of(second),
        store.manifests(1).stream().map(StoredManifest::manifest).toList());
    assertEquals(List.of(), store.manifests(2));
  }

  @Test
  default void aManifestThatIsNotTheNextIsBehind() throws IOException {
    var vault = vault();
    var store = vault.store;
    var inner = put(store, "i1", bytes(12, 50));
    var first = manifest(vault, 1, Sha256.NONE, inner, List.of());
    assertInstanceOf(Publication.Stored.class, store.publish(first));
    var rival = manifest(vault, 1, Sha256.NONE, put(store, "i2", bytes(13, 50)), List.of());
    var answer = assertInstanceOf(Publication.Behind.class, store.publish(rival));
    assertEquals(first, answer.newest().manifest());
    assertEquals(1, store.manifests(0).size());
  }

  @Test
  default void aManifestWhoseObjectsAreNotThereIsRefused() throws IOException {
    var vault = vault();
    var store = vault.store;
    var inner = put(store, "i1", bytes(14, 50));
    var absent = describe("absent", bytes(15, 50));
    assertInstanceOf(Publication.ObjectMissing.class,
        store.publish(manifest(vault, 1, Sha256.NONE, inner, List.of(absent))));
    assertInstanceOf(Publication.ObjectMissing.class,
        store.publish(manifest(vault, 1, Sha256.NONE, absent, List.of())));
    assertEquals(List.of(), store.manifests(0));
  }
}

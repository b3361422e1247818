package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import dev.holdfast.kernel.wire.LogPage;
import dev.holdfast.kernel.wire.NewSnapshot;
import dev.holdfast.kernel.wire.StoredSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTest extends ServerTest {
  @Override
  Map<String, String> settings() {
    return Map.of("retention.keep-last", "2", "retention.daily", "0", "retention.weekly", "0",
        "retention.monthly", "0", "retention.grace", "1d");
  }

  StoredSnapshot[] list(String query) {
    return owner.as(owner.laptop)
        .get(owner.path("/snapshots" + query))
        .as(StoredSnapshot[].class);
  }

  boolean stored(SealedObject object) {
    return owner.as(owner.laptop)
        .call("HEAD", owner.path("/objects/" + object.name()),
            new byte[0], Map.of())
        .status() == 200;
  }

  @Test
  void snapshotsFormAChain() {
    var first = owner.snapshot(Optional.empty(), "1");
    var second = owner.snapshot(Optional.of(first), "2");
    assertEquals(2, list("").length);
    assertEquals(TestEpoch.base64(second.encode()), list("?after=1")[0].outer());
    assertEquals(2, owner.status().snapshots());
  }

  @Test
  void theSameManifestTwiceIsOneSnapshot() {
    var first = owner.snapshot(Optional.empty(), "1");
    assertEquals(201, owner.post(first).status());
    assertEquals(1, list("").length);
  }

  @Test
  void whoeverIsBehindGetsTheNewest() {
    var first = owner.snapshot(Optional.empty(), "1");
    owner.snapshot(Optional.of(first), "2");
    var late = owner.manifest(Optional.of(first), owner.stored("late"), List.of(), List.of());
    var answer = owner.post(late);
    assertEquals("409 behind", answer.refusal());
    assertEquals(list("?after=1")[0].outer(), answer.json().path("newest").path("outer").asText());
  }

  @Test
  void aManifestOfAnotherEpochIsBehind() {
    var inner = owner.stored("inner");
    var manifest = owner.manifest(Optional.empty(), inner, List.of(), List.of());
    owner.as(owner.phone).post(owner.path("/rekey"));
    assertEquals("409 behind", owner.post(manifest).refusal());
  }

  @Test
  void aManifestWhoseObjectIsMissingIsRefused() {
    var missing = new SealedObject(new ObjectName(Sha256.over(new byte[]{5}).hex()), 10,
        Sha256.NONE);
    var manifest = owner.manifest(Optional.empty(), owner.stored("inner"), List.of(missing),
        List.of());
    assertEquals("409 object-missing", owner.post(manifest).refusal());
    assertEquals(0, list("").length);
  }

  @Test
  void onlyTheCallingDeviceSignsItsManifest() {
    var manifest = owner.manifest(Optional.empty(), owner.stored("inner"), List.of(), List.of());
    var outer = manifest.encode();
    var answer = owner.as(owner.phone)
        .post(owner.path("/snapshots"),
            new NewSnapshot(TestEpoch.base64(outer), "00".repeat(64)));
    assertEquals("403 not-allowed", answer.refusal());
  }

  @Test
  void whatNoKeptSnapshotReachesIsDeletedAfterAGraceTimeAndLogged() throws Exception {
    var chain = new ArrayList<OuterManifest>();
    chain.add(owner.snapshot(Optional.empty(), "1"));
    var old = chain.getFirst();
    var drops = owner.manifest(Optional.of(old), owner.stored("2 inner"), List.of(),
        List.of(old.inner().name()));
    owner.post(drops).as(StoredSnapshot.class);
    var third = owner.snapshot(Optional.of(drops), "3");
    owner.server.server().retain();
    assertTrue(list("")[0].kept());
    assertTrue(stored(old.inner()));
    server.pass(Duration.ofDays(2));
    owner.server.server().retain();
    assertFalse(list("")[0].kept());
    assertFalse(stored(old.inner()));
    assertTrue(stored(old.added().getFirst()), "the later snapshots still need it");
    assertTrue(stored(third.inner()));
    assertEquals(2, owner.status().snapshots());
    assertTrue(logged().stream()
        .anyMatch(line -> line.startsWith("object-deleted ")
            && line.endsWith(old.inner().name().hex())));
    assertTrue(logged().stream().anyMatch(line -> line.startsWith("snapshot-let-go ")));
    assertEquals(0, filesNamed(old.inner().name()));
  }

  List<String> logged() {
    return owner.as(owner.laptop)
        .get(owner.path("/log"))
        .as(LogPage.class)
        .entries()
        .stream()
        .map(entry -> new String(Base64.getDecoder().decode(entry.body()),
            StandardCharsets.UTF_8))
        .toList();
  }

  long filesNamed(ObjectName name) throws Exception {
    try (var files = Files.walk(home)) {
      return files.filter(file -> file.getFileName().toString().equals(name.hex())).count();
    }
  }

  @Test
  void aClockThatJumpsDeletesNothing() {
    var first = owner.snapshot(Optional.empty(), "1");
    var second = owner.snapshot(Optional.of(first), "2");
    owner.snapshot(Optional.of(second), "3");
    server.server().retain();
    server.clock.set(Duration.ofDays(400));
    server.server().timePassed();
    server.server().retain();
    assertTrue(list("")[0].kept());
  }

  @Test
  void anObjectThatNobodyNamedIsSweptAndMayComeBack() {
    var orphan = owner.stored("orphan");
    server.pass(Duration.ofDays(2));
    server.server().retain();
    assertFalse(stored(orphan));
    assertEquals(0, owner.status().storedBytes());
    owner.stored("orphan");
    assertTrue(stored(orphan));
  }
}

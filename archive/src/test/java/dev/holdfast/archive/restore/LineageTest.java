package dev.holdfast.archive.restore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.sample.FrameFolder;
import dev.holdfast.archive.sample.Proto;
import dev.holdfast.archive.sample.SampleArchive;
import dev.holdfast.archive.sample.SampleArchive.Numbering;
import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.store.Chain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineageTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir
  Path folder;
  private TestVault vault;
  private RecoveryKey key;

  @BeforeEach
  void open() throws IOException {
    vault = new TestVault(folder);
    key = RecoveryKey.generate(TestVault.RANDOM);
  }

  @AfterEach
  void close() {
    key.close();
    vault.close();
  }

  private static void assertSame(List<byte[]> expected, List<byte[]> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 1; i < found.size(); i++)
      assertArrayEquals(expected.get(i), found.get(i), "frame " + i);
  }

  private void assertRestores(String id, List<byte[]> expected) throws IOException {
    var target = folder.resolve("out-" + id);
    vault.restore(id, target, key, false);
    assertSame(expected, FrameFolder.read(target, key));
  }

  @ParameterizedTest
  @EnumSource(Numbering.class)
  void aLongRowOfChangesComesBackFromEveryPlaceAndGoesThroughANewBase(Numbering numbering)
      throws IOException {
    var random = new Random(31);
    var archive = new SampleArchive(31, 8, 600, numbering);
    var ids = new ArrayList<String>();
    var states = new ArrayList<List<byte[]>>();
    for (int day = 0; day < 33; day++) {
      archive.export(folder.resolve("phone"), key);
      var frames = new ArrayList<byte[]>();
      archive.frames(frames::add);
      states.add(frames);
      ids.add(vault.backup(folder.resolve("phone"), key).snapshot().hex());
      archive.say(random.nextInt(12));
      archive.edit(random.nextInt(6), 300);
      if (day % 5 == 1) archive.delete(random.nextInt(archive.messages()));
      if (day % 7 == 2) archive.meet();
      if (day % 4 == 3) archive.send(500, true);
    }
    assertEquals(List.of(1L, 32L),
        vault.chain()
            .lines()
            .reversed()
            .stream()
            .filter(line -> line.base())
            .map(line -> line.sequence())
            .toList());
    for (int day : new int[]{0, 1, 17, 30, 31, 32})
      assertRestores(ids.get(day), states.get(day));
    assertOnlyWhatTheNewestReachesIsNeeded(ids.getLast(), states.getLast());
  }

  /// What the new base dropped may go; the newest snapshot restores without it.
  private void assertOnlyWhatTheNewestReachesIsNeeded(String newest, List<byte[]> state)
      throws IOException {
    var needed = vault.checks();
    assertTrue(needed.check(vault.chain(), 100, dev.holdfast.archive.snapshot.Progress.NONE)
        .problems()
        .isEmpty());
    var reachable = new java.util.HashSet<String>();
    for (var stored : vault.chain().manifests()) {
      var outer = stored.manifest().outer();
      outer.dropped().forEach(name -> reachable.remove(name.hex()));
      reachable.add(outer.inner().name().hex());
      outer.added().forEach(object -> reachable.add(object.name().hex()));
    }
    int removed = 0;
    try (var files = Files.walk(folder.resolve("store/objects"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (reachable.contains(file.getFileName().toString().substring(0, 64))) continue;
        Files.delete(file);
        removed++;
      }
    }
    assertTrue(removed > 20, "a base lets go of what came before it: " + removed);
    var target = folder.resolve("after");
    vault.restore(newest, target, key, false);
    assertSame(state, FrameFolder.read(target, key));
  }

  private static byte[] contact(long id, int aci, long number) {
    var contact = new Proto().number(4, number);
    if (aci != 0)
      contact.bytes(1, new byte[]{(byte) aci, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    var body = new java.io.ByteArrayOutputStream();
    body.writeBytes(new Proto().number(1, id).message(2, contact).toBytes());
    return new Proto().bytes(2, body.toByteArray()).toBytes();
  }

  private static byte[] info() {
    return new Proto().number(1, 1).number(2, NOON.toEpochMilli()).bytes(3, new byte[32]).toBytes();
  }

  private static byte[] chat(long id, long recipient) {
    return new Proto().message(3, new Proto().number(1, id).number(2, recipient)).toBytes();
  }

  private static byte[] said(long chat, long author, String text) {
    return new Proto().message(4,
        new Proto().number(1, chat)
            .number(2, author)
            .number(3, NOON.toEpochMilli())
            .message(11, new Proto().message(2, new Proto().text(1, text))))
        .toBytes();
  }

  @Test
  void aNumberThatMovesToSomebodyElseKeepsTheTwoApart() throws IOException {
    var account = new Proto().message(1, new Proto().text(4, "Me")).toBytes();
    var before = List.of(info(), account, contact(5, 1, 4930), chat(5, 5), said(5, 5, "old owner"));
    var after = List.of(info(), account, contact(5, 1, 0), contact(6, 2, 4930), contact(7, 0, 4930),
        chat(5, 5),
        chat(6, 6), said(5, 5, "old owner"), said(6, 6, "new owner"),
        said(6, 7, "the number alone"));
    var states = List.of(before, after, before);
    for (int day = 0; day < states.size(); day++) {
      FrameFolder.write(folder.resolve("phone"), key, NOON.plusSeconds(day), states.get(day));
      assertRestores(vault.backup(folder.resolve("phone"), key).snapshot().hex(), states.get(day));
    }
  }

  @Test
  void framesThatNobodyUnderstandsAndUndefinedIdsComeBackUnchanged() throws IOException {
    var account = new Proto().message(1, new Proto().text(4, "Me")).toBytes();
    var odd = List.of(info(), account, new byte[]{(byte) 0xff, 1, 2}, new byte[0],
        said(99, 98, "nobody defined us"),
        new Proto().message(77, new Proto().text(1, "from the future")).toBytes(),
        said(99, 98, "nobody defined us"));
    FrameFolder.write(folder.resolve("phone"), key, NOON, odd);
    assertRestores(vault.backup(folder.resolve("phone"), key).snapshot().hex(), odd);
  }

  @Test
  void messagesWhoseTimerRanOutAreLeftOutWhenAskedFor() throws IOException {
    var archive = new SampleArchive(33, 4, 100, Numbering.STABLE);
    archive.sayWithTimer(1000);
    archive.sayWithTimer(1000L * 86_400 * 365 * 30);
    archive.say(3);
    archive.export(folder.resolve("phone"), key);
    vault.backup(folder.resolve("phone"), key);
    var all = vault.restore("latest", folder.resolve("all"), key, false);
    var some = vault.restore("latest", folder.resolve("some"), key, true);
    assertEquals(0, all.dropped());
    assertEquals(1, some.dropped());
    assertEquals(all.frames() - 1, some.frames());
    assertEquals(all.frames(), FrameFolder.read(folder.resolve("some"), key).size());
  }

  @Test
  void aFreshKeyAndAFreshMediaKeyReplaceTheOld() throws IOException {
    var archive = new SampleArchive(34, 3, 50, Numbering.STABLE);
    archive.export(folder.resolve("phone"), key);
    vault.backup(folder.resolve("phone"), key);
    try (var fresh = RecoveryKey.generate(TestVault.RANDOM)) {
      vault.restore("latest", folder.resolve("out"), fresh, false);
      var old = FrameFolder.read(folder.resolve("phone"), key).getFirst();
      var now = FrameFolder.read(folder.resolve("out"), fresh).getFirst();
      assertEquals(old.length, now.length);
      assertFalse(java.util.Arrays.equals(old, now));
      org.junit.jupiter.api.Assertions.assertThrows(dev.holdfast.archive.ArchiveException.class,
          () -> FrameFolder.read(folder.resolve("out"), key));
    }
  }

  @Test
  void signalsOwnCasesComeBackFrameByFrameFromOneLineage() throws IOException {
    var data = System.getenv("HOLDFAST_DATA");
    var shared = data == null
        ? Path.of(System.getProperty("holdfast.root", "..")).resolve("../shared")
        : Path.of(data);
    var cases = shared.resolve("signal/frames");
    Assumptions.assumeTrue(Files.isDirectory(cases),
        "no shared data here: set HOLDFAST_DATA to its folder");
    List<Path> streams;
    try (var files = Files.list(cases)) {
      streams = files.filter(file -> file.toString().endsWith(".binproto")).sorted().toList();
    }
    int day = 0;
    for (int i = 0; i < streams.size(); i += 9) {
      var frames = frames(Files.readAllBytes(streams.get(i)));
      FrameFolder.write(folder.resolve("phone"), key, NOON.plusSeconds(day++), frames);
      assertRestores(vault.backup(folder.resolve("phone"), key).snapshot().hex(), frames);
    }
    assertTrue(day >= streams.size() / 9 && day > 10);
  }

  private static List<byte[]> frames(byte[] stream) {
    var frames = new ArrayList<byte[]>();
    for (int at = 0; at < stream.length;) {
      int length = 0;
      for (int shift = 0;; shift += 7) {
        int next = stream[at++];
        length |= (next & 127) << shift;
        if (next >= 0) break;
      }
      frames.add(java.util.Arrays.copyOfRange(stream, at, at + length));
      at += length;
    }
    return frames;
  }

  @Test
  void aSnapshotThatContinuesALaterOneIsRefused() throws IOException {
    var archive = new SampleArchive(35, 3, 50, Numbering.STABLE);
    archive.export(folder.resolve("phone"), key);
    vault.backup(folder.resolve("phone"), key);
    Chain chain = vault.chain();
    var base = chain.named("latest").manifest().outer();
    var inner = base.inner();
    var odd = new dev.holdfast.kernel.manifest.OuterManifest(vault.vault, 1, 2,
        new dev.holdfast.kernel.Sha256(chain.named("latest").manifest().id().hex()),
        dev.holdfast.kernel.Sha256.over(new byte[1]), base.device(), base.createdAt(), inner,
        List.of(), List.of());
    vault.store.publish(dev.holdfast.archive.store.SignedManifest.sign(odd, vault.device));
    org.junit.jupiter.api.Assertions.assertThrows(dev.holdfast.archive.ArchiveException.class,
        () -> vault.restore("latest", folder.resolve("out"), key, false));
  }
}

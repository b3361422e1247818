package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged input ends in an `ArchiveException` or passes unchanged; nothing else comes out.
class MutationTest {
  static final int ROUNDS = 20_000;
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDamagedFrameIsCarriedThroughUnchanged(long seed) {
    var random = new Random(seed);
    var frames = FrameIdsTest.afterInfo(SampleFrames.of(seed, 60, 0));
    var ids = new FrameIds();
    int rewritten = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var frame = mutated(frames.get(random.nextInt(frames.size())), random);
      FrameFacts.of(frame);
      if (ids.canonical(frame, FrameIdsTest.FAR) instanceof FrameIds.Rewritten(var far)) {
        assertArrayEquals(frame, ids.rewrite(far, FrameIdsTest.BACK));
        rewritten++;
      }
    }
    assertTrue(rewritten > ROUNDS / 10 && rewritten < ROUNDS, "rewritten: " + rewritten);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aSnapshotOfDamagedFramesStaysOneToOne(long seed) {
    var random = new Random(seed);
    var snapshot = new CanonicalIds().snapshot();
    var kept = new ArrayList<byte[]>();
    var canonical = new ArrayList<byte[]>();
    for (var frame : FrameIdsTest.afterInfo(SampleFrames.of(seed, 2000, 0))) {
      var damaged = random.nextInt(4) == 0 ? mutated(frame, random) : frame;
      if (snapshot.canonical(damaged,
          FrameFacts.of(damaged)) instanceof FrameIds.Rewritten(var form)) {
        kept.add(damaged);
        canonical.add(form);
      }
    }
    var back = IdMap.toOriginal(snapshot.pairs());
    var ids = new FrameIds();
    var restored = canonical.stream().map(form -> ids.rewrite(form, back)).toList();
    ConformanceTest.assertFrames(kept, restored, "damaged snapshot");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void damageBehindARightCheckValueIsFoundOrHarmless(long seed) throws IOException {
    var random = new Random(seed);
    var stream = SealedBytes.stream(SampleFrames.of(seed, 20, 0));
    var gzip = SealedBytes.gzip(stream);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      boolean inside = random.nextBoolean();
      var plain = inside ? SealedBytes.gzip(mutated(stream, random)) : mutated(gzip, random);
      refused += refuses(SealedBytes.write(folder.resolve("main"), plain)) ? 1 : 0;
    }
    assertTrue(refused > 50, "refused: " + refused);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void damageToTheFileItselfIsAlwaysFound(long seed) throws IOException {
    var random = new Random(seed);
    var gzip = SealedBytes.gzip(SealedBytes.stream(SampleFrames.of(seed, 5, 0)));
    var good = Files.readAllBytes(SealedBytes.write(folder.resolve("main"), gzip));
    for (int round = 0; round < 400; round++) {
      var bad = mutated(good, random);
      Files.write(folder.resolve("main"), bad);
      assertTrue(Arrays.equals(good, bad) || refuses(folder.resolve("main")));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void damagedMetadataAndListsAreRefusedOrRead(long seed) throws IOException {
    var random = new Random(seed);
    var entry = new WireWriter().text(1, "ab".repeat(32)).toBytes();
    var list = SealedBytes.stream(List.of(entry, entry, entry));
    var snapshot = Files.createDirectory(folder.resolve("signal-backup-2026-11-23-12-00-00"));
    for (int round = 0; round < 1000; round++) {
      Files.write(snapshot.resolve("files"), mutated(list, random));
      try {
        SignalSnapshot.at(snapshot).orElseThrow().eachMedia(name -> {});
        SnapshotMetadata.parse(mutated(new byte[36], random));
      } catch (ArchiveException expected) {
        assertTrue(expected.hint().length() > 10);
      }
    }
  }

  private static boolean refuses(Path main) throws IOException {
    try (var key = Keys.local()) {
      new MainFile(main).read(key, frame -> {});
      return false;
    } catch (ArchiveException refusal) {
      return true;
    }
  }

  /// One to three changes: a flipped bit, a byte set to an extreme, a cut, a doubled or a
  /// removed stretch.
  static byte[] mutated(byte[] source, Random random) {
    var bytes = source.clone();
    for (int change = random.nextInt(3); change >= 0 && bytes.length > 1; change--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0x80);
        case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 3 -> bytes = spliced(bytes, at, Math.max(0, at - random.nextInt(9)));
        default -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(9)));
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int end, int resume) {
    return Primitives.join(Arrays.copyOf(bytes, end),
        Arrays.copyOfRange(bytes, resume, bytes.length));
  }
}

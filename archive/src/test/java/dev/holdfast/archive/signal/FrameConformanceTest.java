package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The frame walk over every frame of Signal's own test cases.
class FrameConformanceTest {
  final FrameIds ids = new FrameIds();

  @Test
  void everyFrameSurvivesTheWalkOrIsMarkedRaw() throws IOException {
    int raw = 0;
    int frames = 0;
    for (var stream : SharedData.streams()) {
      for (var frame : FrameIdsTest.afterInfo(SharedData.frames(stream))) {
        frames++;
        switch (ids.canonical(frame, FrameIdsTest.SAME)) {
          case FrameIds.Rewritten(var same) -> assertArrayEquals(frame, same, stream.toString());
          case FrameIds.Raw(var same) -> {
            raw++;
            assertArrayEquals(frame, same, stream.toString());
          }
        }
      }
    }
    assertTrue(frames > 2000, "only " + frames);
    assertEquals(0, raw);
  }

  @Test
  void aPermutationOfAllIdsIsTurnedBack() throws IOException {
    long seed = new Random(12).nextLong() | 1;
    IdMap there = (space, id) -> id * seed;
    IdMap back = (space, id) -> id * inverse(seed);
    for (var stream : SharedData.streams()) {
      for (var frame : FrameIdsTest.afterInfo(SharedData.frames(stream))) {
        assertArrayEquals(frame, ids.rewrite(ids.rewrite(frame, there), back), stream.toString());
      }
    }
  }

  /// Of an odd number, modulo 2^64.
  private static long inverse(long odd) {
    long inverse = odd;
    for (int i = 0; i < 6; i++)
      inverse *= 2 - odd * inverse;
    return inverse;
  }

  @Test
  void canonicalFramesAreTurnedBackByThePairsOfTheirSnapshot() throws IOException {
    var book = new CanonicalIds();
    Map<FrameKind, Integer> kinds = new EnumMap<>(FrameKind.class);
    int raw = 0;
    for (var stream : SharedData.streams()) {
      var snapshot = book.snapshot();
      for (var frame : FrameIdsTest.afterInfo(SharedData.frames(stream))) {
        var facts = FrameFacts.of(frame);
        kinds.merge(facts.kind(), 1, Integer::sum);
        if (snapshot.canonical(frame, facts) instanceof FrameIds.Rewritten(var canonical)) {
          assertArrayEquals(frame, ids.rewrite(canonical, IdMap.toOriginal(snapshot.pairs())),
              stream.toString());
        } else {
          raw++;
        }
      }
    }
    assertEquals(0, raw);
    assertEquals(null, kinds.get(FrameKind.UNREADABLE));
    assertNotEquals(null, kinds.get(FrameKind.CHAT_ITEM));
  }

  @Test
  void mediaThatAreOnlyInTheCloudAreCountedInTheCases() throws IOException {
    int local = 0;
    int cloud = 0;
    for (var stream : SharedData.streams()) {
      for (var frame : FrameIdsTest.afterInfo(SharedData.frames(stream))) {
        var facts = FrameFacts.of(frame);
        local += facts.media().size();
        cloud += facts.mediaOnlyInCloud();
      }
    }
    // Signal's cases name no local file, and 41 that are in the cloud, as a plain decoder counts
    // them.
    assertEquals(0, local);
    assertEquals(41, cloud);
  }
}

package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalIdsTest {
  final CanonicalIds book = new CanonicalIds();

  @Test
  void numberingEverythingAnewChangesNoCanonicalFrame() {
    var first = canonical(book, SampleFrames.of(4, 200, 0));
    var second = canonical(book, SampleFrames.of(4, 200, 1000));
    ConformanceTest.assertFrames(first, second, "renumbered");
  }

  @Test
  void aBookSavedAndLoadedGivesTheSameNumbers() {
    var first = canonical(book, SampleFrames.of(4, 50, 0));
    var loaded = new CanonicalIds(book.entries());
    ConformanceTest.assertFrames(first, canonical(loaded, SampleFrames.of(4, 50, 77)), "loaded");
  }

  @Test
  void pairsTurnEveryFrameBack() {
    var snapshot = book.snapshot();
    var ids = new FrameIds();
    for (var frame : FrameIdsTest.afterInfo(SampleFrames.of(8, 200, 40))) {
      var canonical = assertInstanceOf(FrameIds.Rewritten.class,
          snapshot.canonical(frame, FrameFacts.of(frame)));
      assertArrayEquals(frame, ids.rewrite(canonical.frame(), IdMap.toOriginal(snapshot.pairs())));
    }
    assertEquals(SampleFrames.PEOPLE * 2 + 1, snapshot.pairs().size());
  }

  @Test
  void aContactKeepsItsNumberWhenItGainsAnAccountId() {
    var before = numbers(book, contact(1, 0, 0, 49));
    var after = numbers(book, contact(5, 7, 8, 49));
    assertEquals(before, after);
    assertEquals(before, numbers(book, contact(9, 7, 0, 0)));
    assertEquals(before, numbers(book, contact(9, 0, 8, 0)));
  }

  @Test
  void twoThatClaimTheSameKeyGetTwoNumbers() {
    var numbers = numbers(book, contact(1, 7, 8, 0), contact(2, 0, 8, 0), contact(3, 7, 0, 0));
    assertEquals(3, new HashSet<>(numbers).size());
  }

  @Test
  void aConflictEndsOnceTheAliasIsGone() {
    numbers(book, contact(1, 7, 8, 0));
    var split = numbers(book, contact(1, 7, 0, 0), contact(2, 0, 8, 0));
    assertNotEquals(split.getFirst(), split.getLast());
    assertEquals(split, numbers(book, contact(3, 7, 0, 0), contact(4, 0, 8, 0)));
  }

  @Test
  void numbersAreNeverUsedAgainEvenAfterConflictsAndReloading() {
    var seen = new HashSet<Long>();
    var current = book;
    for (int round = 0; round < 20; round++) {
      var numbers = numbers(current, contact(1, 7, 8, 0), contact(2, 7, 8, 0),
          contact(3, 20 + round, 0, 0));
      assertEquals(3, new HashSet<>(numbers).size());
      assertEquals(true, seen.add(numbers.getLast()));
      current = new CanonicalIds(current.entries());
    }
  }

  @Test
  void anIdDefinedTwiceKeepsItsFirstNumber() {
    var numbers = numbers(book, contact(1, 7, 0, 0), contact(1, 9, 0, 0));
    assertEquals(1, numbers.size());
  }

  @Test
  void everyKindOfRecipientIsKnownByWhatLasts() {
    assertSameKey(member(5, new WireWriter()), member(5, new WireWriter().varint(1, 3)));
    assertSameKey(member(6, new WireWriter()), member(6, new WireWriter().varint(9, 9)));
    for (int kind : new int[]{3, 4, 7}) {
      var identity = new WireWriter().bytes(1, new byte[16]);
      assertSameKey(member(kind, identity),
          member(kind, new WireWriter().bytes(1, new byte[16]).varint(4, 1)));
      assertNotEquals(keys(member(kind, identity)),
          keys(member(kind, new WireWriter().bytes(1, new byte[15]))));
    }
    assertSameKey(member(70, new WireWriter().varint(1, 1)),
        member(70, new WireWriter().varint(1, 1)));
    assertNotEquals(keys(member(70, new WireWriter().varint(1, 1))),
        keys(member(70, new WireWriter().varint(1, 2))));
  }

  private static void assertSameKey(byte[] one, byte[] other) {
    assertEquals(keys(one), keys(other));
    assertEquals(1, keys(one).size());
  }

  private static List<ContentKey> keys(byte[] frame) {
    return FrameFacts.of(frame).defines().getFirst().keys();
  }

  private static byte[] member(int kind, WireWriter message) {
    return new WireWriter().message(2, new WireWriter().varint(1, 9).message(kind, message))
        .toBytes();
  }

  private static List<byte[]> canonical(CanonicalIds book, List<byte[]> frames) {
    var snapshot = book.snapshot();
    var canonical = new ArrayList<byte[]>();
    for (var frame : FrameIdsTest.afterInfo(frames)) {
      canonical.add(assertInstanceOf(FrameIds.Rewritten.class,
          snapshot.canonical(frame, FrameFacts.of(frame))).frame());
    }
    return canonical;
  }

  private static List<Long> numbers(CanonicalIds book, byte[]... frames) {
    var snapshot = book.snapshot();
    Arrays.stream(frames).forEach(frame -> snapshot.canonical(frame, FrameFacts.of(frame)));
    return snapshot.pairs().stream().map(IdMap.Pair::canonical).toList();
  }

  private static byte[] contact(long id, int aci, int pni, long number) {
    var contact = new WireWriter();
    if (aci != 0) contact.bytes(1, new byte[]{(byte) aci});
    if (pni != 0) contact.bytes(2, new byte[]{(byte) pni});
    if (number != 0) contact.varint(4, number);
    return new WireWriter().message(2, new WireWriter().varint(1, id).message(2, contact))
        .toBytes();
  }
}

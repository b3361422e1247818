package dev.holdfast.archive.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.signal.IdMap.Pair;
import dev.holdfast.archive.signal.IdSpace;
import dev.holdfast.archive.snapshot.FrameGroup.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "", "a/b", "/etc/passwd", "a\0b"})
  void aListingCannotNameWhatLiesOutsideItsFolder(String name) {
    var out = new ByteWriter();
    new TreeEntry.Folder(new TreeEntry.Head(name, 0755, 0, 0)).write(out);
    assertThrows(ArchiveException.class,
        () -> TreeEntry.read(new ByteReader(out.toBytes(), "a listing")));
  }

  @Test
  void numbersOfEverySizeComeBack() {
    var values = new long[]{0, 1, 127, 128, 1L << 40, Long.MAX_VALUE};
    var signed = new long[]{0, -1, 1, -64, 64, Long.MIN_VALUE, Long.MAX_VALUE};
    var out = new ByteWriter();
    for (long value : values)
      out.number(value);
    for (long value : signed)
      out.signed(value);
    var in = new ByteReader(out.toBytes(), "numbers");
    for (long value : values)
      assertEquals(value, in.number());
    for (long value : signed)
      assertEquals(value, in.signed());
    in.end();
    assertThrows(ArchiveException.class, in::number);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSegmentGivesItsFramesBackInOrder(long seed) {
    var random = new Random(seed);
    var draft = new SegmentDraft();
    var frames = new ArrayList<byte[]>();
    for (int i = 0; i < 500; i++) {
      var frame = new byte[random.nextInt(300)];
      if (random.nextBoolean()) random.nextBytes(frame);
      frames.add(frame);
      draft.add(new FrameGroup(Kind.CHAT, random.nextInt(9), i % 10 == 3), frame);
    }
    for (int level : new int[]{SegmentDraft.BASE_LEVEL, SegmentDraft.DELTA_LEVEL}) {
      var bytes = draft.pack(level);
      var segment = Segment.unpack(bytes, 500, "a segment");
      for (int i = 0; i < 500; i++) {
        assertArrayEquals(frames.get(i), segment.frame(i));
        assertEquals(i % 10 == 3, segment.raw(i));
      }
      assertThrows(ArchiveException.class, () -> Segment.unpack(bytes, 499, "a segment"));
      assertThrows(ArchiveException.class, () -> Segment.unpack(bytes, 501, "a segment"));
    }
  }

  @Test
  void aSegmentThatIsDamagedNeverDoesAnythingButRefuse() {
    var draft = new SegmentDraft();
    for (int i = 0; i < 200; i++)
      draft.add(new FrameGroup(Kind.CHAT, i % 5, false),
          ("message number " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var bytes = draft.pack(3);
    var random = new Random(6);
    for (int round = 0; round < 3000; round++) {
      var changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        Segment.unpack(changed, 200, "a segment");
      } catch (ArchiveException e) {
        assertEquals(ArchiveException.Kind.DAMAGED, e.kind());
      }
    }
  }

  /// The same people, numbered anew with one more in front.
  @Test
  void numberingEverythingAnewCostsAFewBytes() {
    var before = new ArrayList<Pair>();
    var after = new ArrayList<Pair>();
    for (long person = 1; person <= 5000; person++) {
      before.add(new Pair(IdSpace.RECIPIENT, person, person));
      after.add(new Pair(IdSpace.RECIPIENT, person + 1, person));
    }
    after.add(new Pair(IdSpace.RECIPIENT, 1, 5001));
    var runs = IdRuns.encode(after, before);
    assertTrue(runs.length < 20, "it cost " + runs.length);
    assertEquals(new HashSet<>(after), new HashSet<>(IdRuns.decode(runs, before, "ids")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyTwoMapsOfIdsComeBack(long seed) {
    var random = new Random(seed);
    var before = pairs(random);
    var after = pairs(random);
    var runs = IdRuns.encode(after, before);
    assertEquals(new HashSet<>(after), new HashSet<>(IdRuns.decode(runs, before, "ids")));
    assertThrows(ArchiveException.class, () -> IdRuns.decode(runs, List.of(), "ids"));
  }

  private static List<Pair> pairs(Random random) {
    var pairs = new ArrayList<Pair>();
    for (var space : IdSpace.values())
      for (long canonical = 1; canonical < 200; canonical++)
        if (random.nextInt(4) > 0)
          pairs.add(new Pair(space,
              space == IdSpace.COLOR ? random.nextLong() : canonical * 1000 + random.nextInt(900),
              canonical));
    return pairs;
  }

  @Test
  void framesOfDifferentChatsShareNoWindow() {
    var secret = "a sentence that stands in both chats and is long enough to be worth a reference"
        .repeat(3)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var apart = new SegmentDraft();
    apart.add(new FrameGroup(Kind.CHAT, 1, false), secret);
    apart.add(new FrameGroup(Kind.CHAT, 2, false), secret);
    var alone = new SegmentDraft();
    alone.add(new FrameGroup(Kind.CHAT, 1, false), secret);
    assertFalse(apart.pack(19).length < 2 * alone.pack(19).length - 12);
  }
}

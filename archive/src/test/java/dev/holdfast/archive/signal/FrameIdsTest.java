package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.archive.ArchiveException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameIdsTest {
  static final IdMap SAME = (space, id) -> id;
  /// Stretches one byte to three and back, so that lengths around it change their width too.
  static final IdMap FAR = (space, id) -> id + 100_000;
  static final IdMap BACK = (space, id) -> id - 100_000;
  final FrameIds ids = new FrameIds();

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "3.2", "4.2", "4.9.1.1", "4.11.1.2", "4.11.6.2", "4.12.2.2",
      "4.13.2.2", "4.18.2.2",
      "4.19.3.2", "4.20.5.2", "4.15.8.3", "4.15.8.4", "4.15.11.2", "4.20.3.2.1", "4.22.1", "6.2",
      "2.4.3.4", "7.7", "8.7",
      "8.8", "4.6.2", "4.6.9.1.1", "4.6.11.1.2", "4.6.11.6.2", "4.6.19.3.2"})
  void everyRecipientIdIsFound(String path) {
    assertFound(IdSpace.RECIPIENT, path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1", "4.1", "4.6.1"})
  void everyChatIdIsFound(String path) {
    assertFound(IdSpace.CHAT, path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.9.19.1", "1.9.18.5", "3.9.5"})
  void everyColorIdIsFound(String path) {
    assertFound(IdSpace.COLOR, path);
  }

  private void assertFound(IdSpace space, String path) {
    IdMap map = (found, id) -> found == space ? id * 1000 : IdMap.UNDEFINED;
    assertArrayEquals(frame(path, 7000), ids.rewrite(frame(path, 7), map));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.3", "4.15.8.1", "6.1", "5.1", "2.4.1", "4.6.6.2", "9.1", "4.11.2.2",
      "1.9.21"})
  void otherNumbersAreLeftAlone(String path) {
    assertArrayEquals(frame(path, 7), ids.rewrite(frame(path, 7), FAR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.4.3.4", "7.7", "8.7", "8.8"})
  void listsAreFoundPackedAndUnpacked(String path) {
    assertArrayEquals(packed(path, 1000, 300_000, 2000),
        ids.rewrite(packed(path, 1, 300, 2), (space, id) -> id * 1000));
    var twice = Arrays.asList(frame(path, 7), frame(path, 8));
    assertArrayEquals(frame(path, 7000), ids.rewrite(twice.getFirst(), (space, id) -> id * 1000));
  }

  @Test
  void aPackedListWhereOneIdStandsIsNotAnId() {
    var odd = new WireWriter().message(3, new WireWriter().packed(2, 1, 2)).toBytes();
    assertArrayEquals(odd, ids.rewrite(odd, FAR));
  }

  @Test
  void lengthsGrowAndShrinkWithTheIds() {
    for (int filler = 100; filler < 140; filler++) {
      var item = new WireWriter().bytes(3000, new byte[filler]).varint(2, 5);
      var frame = new WireWriter().message(4, item).toBytes();
      var far = ids.rewrite(frame, FAR);
      assertArrayEquals(new WireWriter()
          .message(4, new WireWriter().bytes(3000, new byte[filler]).varint(2, 100_005))
          .toBytes(), far);
      assertArrayEquals(frame, ids.rewrite(far, BACK));
    }
  }

  @Test
  void aSampleIsTurnedThereAndBack() {
    for (var frame : afterInfo(SampleFrames.of(3, 300, 0))) {
      assertArrayEquals(frame, ids.rewrite(frame, SAME));
      var far = ids.rewrite(frame, FAR);
      assertArrayEquals(frame, ids.rewrite(far, BACK));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      // Chat 1 with recipient 2 as 82 00, which is longer than it need be
      "1a05080110820000",
      // the same with the length of Chat written as 84 00
      "1a840008011002",
      // a length beyond the end; a group; a field number 0; a number of 11 bytes
      "1a7f0801", "1a020b0c", "1a020001", "080180808080808080808080"})
  void whatCannotBeTurnedBackStaysRaw(String hex) {
    var frame = HexFormat.of().parseHex(hex);
    var raw = assertInstanceOf(FrameIds.Raw.class, ids.canonical(frame, SAME));
    assertArrayEquals(frame, raw.frame());
  }

  @Test
  void anUndefinedIdKeepsItsFrameRaw() {
    var frame = frame("4.11.6.2", 9);
    IdMap nobody = (space, id) -> IdMap.UNDEFINED;
    assertInstanceOf(FrameIds.Raw.class, ids.canonical(frame, nobody));
    assertThrows(ArchiveException.class, () -> ids.rewrite(frame, nobody));
    assertInstanceOf(FrameIds.Raw.class, ids.canonical(frame("4.2", 0), SAME));
  }

  @Test
  void pairsMustBeOneToOne() {
    var one = new IdMap.Pair(IdSpace.CHAT, 1, 10);
    var map = IdMap.toOriginal(List.of(one, new IdMap.Pair(IdSpace.RECIPIENT, 1, 10)));
    assertEquals(1, map.map(IdSpace.CHAT, 10));
    assertEquals(IdMap.UNDEFINED, map.map(IdSpace.CHAT, 1));
    for (var wrong : List.of(new IdMap.Pair(IdSpace.CHAT, 1, 11),
        new IdMap.Pair(IdSpace.CHAT, 2, 10),
        new IdMap.Pair(IdSpace.CHAT, 0, 12), new IdMap.Pair(IdSpace.CHAT, 3, 0))) {
      assertThrows(IllegalArgumentException.class, () -> IdMap.toCanonical(List.of(one, wrong)));
    }
    assertFalse(one.toString().isEmpty());
  }

  static List<byte[]> afterInfo(List<byte[]> frames) {
    return frames.subList(1, frames.size());
  }

  /// A frame with nothing but one number at a path of field numbers.
  static byte[] frame(String path, long id) {
    return wrap(path, leaf -> new WireWriter().varint(leaf, id));
  }

  private static byte[] packed(String path, long... ids) {
    return wrap(path, leaf -> new WireWriter().packed(leaf, ids));
  }

  static byte[] wrap(String path, java.util.function.IntFunction<WireWriter> leaf) {
    var numbers = Arrays.stream(path.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    var message = leaf.apply(numbers[numbers.length - 1]);
    for (int i = numbers.length - 2; i >= 0; i--)
      message = new WireWriter().message(numbers[i], message);
    return message.toBytes();
  }
}

package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameFactsTest {
  static final byte[] KEY = filled(64, 1);
  static final byte[] HASH = filled(32, 2);

  @ParameterizedTest
  @ValueSource(strings = {"4.11.3.1", "4.11.5", "4.11.1.4.3.1", "4.11.4.3", "4.12.1.6", "4.13.1.5",
      "4.18.1.1",
      "4.19.1.2", "3.9.2", "1.9.18.2", "4.6.11.3.1", "4.6.19.1.2"})
  void everyPlaceThatNamesMediaIsFound(String path) {
    var facts = FrameFacts
        .of(pointer(path, new WireWriter().varint(3, 123).bytes(9, KEY).bytes(10, HASH)));
    assertEquals(1, facts.media().size());
    var media = facts.media().getFirst();
    assertEquals(MediaName.of(HASH, KEY), media.name());
    assertEquals(123, media.plainBytes());
    assertEquals(Optional.of("image/png"), media.contentType());
    assertEquals(Optional.of("cat.png"), media.fileName());
    assertEquals(0, facts.mediaOnlyInCloud());
  }

  @Test
  void aMediaNameIsTheHashOverPlaintextHashAndKey() {
    var digest = Primitives.sha256().digest(Primitives.join(HASH, KEY));
    assertEquals(HexFormat.of().formatHex(digest), MediaName.of(HASH, KEY).hex());
  }

  @Test
  void mediaThatAreOnlyInTheCloudAreCounted() {
    var cloud = new WireWriter().varint(7, 3).bytes(10, HASH);
    assertEquals(1, FrameFacts.of(pointer("4.11.3.1", cloud)).mediaOnlyInCloud());
    assertEquals(List.of(), FrameFacts.of(pointer("4.11.3.1", cloud)).media());
    var nowhere = new WireWriter().bytes(11, HASH);
    assertEquals(0, FrameFacts.of(pointer("4.11.3.1", nowhere)).mediaOnlyInCloud());
  }

  @Test
  void aKeyOfAnotherLengthNamesNothing() {
    var odd = new WireWriter().bytes(9, filled(63, 1)).bytes(10, HASH);
    assertEquals(List.of(), FrameFacts.of(pointer("4.11.3.1", odd)).media());
  }

  @Test
  void theKindOfEachFrameIsKnown() {
    for (var kind : FrameKind.values()) {
      if (kind.field() > 0)
        assertEquals(kind, FrameFacts.of(FrameIdsTest.frame(kind.field() + ".900", 1)).kind());
    }
    assertEquals(FrameKind.UNKNOWN, FrameFacts.of(FrameIdsTest.frame("9.1", 1)).kind());
    assertEquals(FrameKind.UNKNOWN, FrameFacts.of(new byte[0]).kind());
    assertEquals(FrameKind.UNREADABLE, FrameFacts.of(new byte[]{0x22, 5, 1}).kind());
  }

  @Test
  void aChatItemSaysItsChatAndWhenItDisappears() {
    var facts = FrameFacts.of(item(new WireWriter().varint(1, 8).varint(4, 5000).varint(5, 1000)));
    assertEquals(8, facts.chat());
    assertEquals(Optional.of(Instant.ofEpochMilli(6000)), facts.expires());
    assertEquals(Optional.empty(),
        FrameFacts.of(item(new WireWriter().varint(1, 8).varint(5, 1000))).expires());
    var never = item(new WireWriter().varint(4, Long.MAX_VALUE).varint(5, 1000));
    assertEquals(Optional.empty(), FrameFacts.of(never).expires());
  }

  @Test
  void aMediaPointerDoesNotPrintItsKey() {
    var pointer = MediaPointer.of(3, HASH, KEY);
    assertFalse(pointer.toString().contains(HexFormat.of().formatHex(KEY).substring(0, 8)));
  }

  private static byte[] item(WireWriter item) {
    return new WireWriter().message(4, item).toBytes();
  }

  private static byte[] pointer(String path, WireWriter locator) {
    var file = new WireWriter().text(4, "image/png").text(7, "cat.png").message(13, locator);
    return FrameIdsTest.wrap(path, leaf -> new WireWriter().message(leaf, file));
  }

  static byte[] filled(int count, int value) {
    var bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}

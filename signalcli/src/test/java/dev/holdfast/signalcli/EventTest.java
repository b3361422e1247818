package dev.holdfast.signalcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTest {
  static final String WHO = "\"source\":\"6f1c\",\"sourceNumber\":null,\"sourceUuid\":\"6f1c\",\"sourceName\":\"Support\",\"sourceDevice\":1,\"timestamp\":1780000000000";

  static IntStream seeds() {
    return IntStream.range(0, Boolean.getBoolean("holdfast.long") ? 200_000 : 3_000);
  }

  @Test
  void aMessageOfSomebodyWithoutANumberIsKnownByTheirAci() {
    var event = event(
        "{\"envelope\":{" + WHO + ",\"dataMessage\":{\"message\":\"hello\"}},\"account\":\"+49\"}");
    assertEquals("+49/6f1c/1/1780000000000", event.key());
    assertEquals("Support", event.name());
    assertEquals("hello",
        assertInstanceOf(Content.Received.class, event.content()).message().text());
  }

  @Test
  void nullAbsentAndEmptyMeanTheSame() {
    for (var rest : List.of("",
        ",\"attachments\":null,\"quote\":null,\"previews\":[],\"contacts\":null",
        ",\"attachments\":[],\"quote\":{\"text\":null},\"groupInfo\":null,\"later\":{\"x\":[1]}")) {
      var event = event(
          "{\"envelope\":{" + WHO + ",\"dataMessage\":{\"message\":null" + rest + "}}}");
      assertTrue(assertInstanceOf(Content.Received.class, event.content()).message().isEmpty());
    }
  }

  @Test
  void editsDeletesAndOwnMessagesAreTold() {
    assertEquals(5, assertInstanceOf(Content.Edited.class, event("{\"envelope\":{" + WHO
        + ",\"editMessage\":{\"targetSentTimestamp\":5,\"dataMessage\":{\"message\":\"x\"}}}}")
        .content()).target());
    assertEquals(7, assertInstanceOf(Content.Deleted.class, event("{\"envelope\":{" + WHO
        + ",\"dataMessage\":{\"message\":null,\"remoteDelete\":{\"timestamp\":7}}}}").content())
        .target());
    var sent = assertInstanceOf(Content.Sent.class, event("{\"envelope\":{" + WHO
        + ",\"syncMessage\":{\"sentMessage\":{\"destination\":\"+4\",\"destinationUuid\":\"9a02\",\"message\":\"ok\"}}}}")
        .content());
    assertEquals("9a02", sent.to());
    assertEquals(3, assertInstanceOf(Content.Sent.class, event("{\"envelope\":{" + WHO
        + ",\"syncMessage\":{\"sentMessage\":{\"destinationUuid\":\"9a02\",\"editMessage\":{\"targetSentTimestamp\":3,\"dataMessage\":{\"message\":\"ok2\"}}}}}}")
        .content()).target());
  }

  @Test
  void mailThatCannotBeOpenedIsTold() {
    var alone = event(
        "{\"exception\":{\"message\":null,\"type\":\"UntrustedIdentityException\"},\"account\":\"+49\"}");
    assertEquals("UntrustedIdentityException",
        assertInstanceOf(Content.Unreadable.class, alone.content()).type());
    assertEquals("", alone.key());
    assertInstanceOf(Content.Unreadable.class,
        event("{\"exception\":{\"type\":\"X\"},\"envelope\":{" + WHO + "}}").content());
  }

  @Test
  void cardsPreviewsGroupsAndFilesAreRead() {
    var message = assertInstanceOf(Content.Received.class, event("{\"envelope\":{" + WHO
        + ",\"dataMessage\":{\"message\":\"m\",\"groupInfo\":{\"groupId\":\"Zz==\",\"groupName\":\"Choir\"},\"previews\":[{\"url\":\"https://a.example\",\"title\":\"t\",\"description\":null}],\"contacts\":[{\"name\":{\"given\":\"Signal\",\"family\":\"Support\"},\"phone\":[{\"value\":\"+1\"}]}],\"attachments\":[{\"contentType\":\"image/png\",\"id\":\"f1\",\"size\":9}]}}}")
        .content()).message();
    assertEquals("Zz==", message.group());
    assertEquals(List.of("https://a.example t"), message.links());
    assertEquals(List.of("Signal Support +1"), message.cards());
    assertEquals(List.of(new Content.Attachment("image/png", "f1", 9)), message.attachments());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedStreamsGiveEventsOrAnEndNothingElse(int seed) {
    var random = new Random(seed);
    var good = ("id:1-1\nevent:receive\ndata:{\"envelope\":{" + WHO
        + ",\"dataMessage\":{\"message\":\"h\u00e4\",\"attachments\":[{\"id\":\"a\"}]}},\"account\":\"+49\"}\n\n:\n:\nid:1-2\nevent:receive\ndata:{\"account\":\"a\"}\n\n")
        .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1 + random.nextInt(10); i++)
      good[random.nextInt(good.length)] = (byte) (random.nextBoolean()
          ? ":\n{}[]\",".charAt(random.nextInt(8))
          : random.nextInt(256));
    var reader = new SseReader(new ByteArrayInputStream(good, 0, random.nextInt(good.length)),
        () -> {});
    try {
      for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
        var data = frame.get().data();
        assertNotNull(Wire.event(data.getBytes(StandardCharsets.UTF_8), data));
      }
    } catch (IOException e) {
      throw new AssertionError("memory is never cut", e);
    }
  }

  private static Event event(String json) {
    return Wire.event(json.getBytes(StandardCharsets.UTF_8), json);
  }
}

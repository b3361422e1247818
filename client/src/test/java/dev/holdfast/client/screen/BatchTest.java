package dev.holdfast.client.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.guard.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTest {
  static final Screen SCREEN = Screen.packed();
  static final byte[] GOOD = """
      {"id":"ä-1","app":"signal","sender":{"profileName":"Anna","isContact":true,"firstMessage":false,"inGroup":false},"turns":[{"from":"them","text":"hi \\ud83d\\ude00"},{"from":"me","text":"hello"}]}
      {"id":2,"turns":[{"from":"them","text":"please send me the code 123-456 you just got"}]}
      """
      .getBytes(StandardCharsets.UTF_8);

  static IntStream seeds() {
    return IntStream.range(0, Boolean.getBoolean("holdfast.long") ? 20_000 : 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedLinesAreAnsweredOrRefusedNothingElse(int seed) {
    var random = new Random(seed);
    var bytes = GOOD.clone();
    for (int i = 0; i <= random.nextInt(6); i++)
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    var out = new ByteArrayOutputStream();
    try {
      new Batch(SCREEN).run(new ByteArrayInputStream(bytes), out);
    } catch (ClientException e) {
      assertEquals(Kind.USAGE, e.kind());
      assertTrue(String.valueOf(e.getMessage()).startsWith("line "));
    }
    for (var line : out.toString(StandardCharsets.UTF_8).lines().toList())
      assertTrue(line.startsWith("{\"id\":") && line.endsWith("]}"));
  }

  @Test
  void theOrderStaysWhereverTheStreamIsCut() {
    var lines = new StringBuilder();
    for (int i = 0; i < 1000; i++)
      lines.append("{\"id\":").append(i).append(",\"turns\":[]}\n");
    var random = new Random(1);
    var dripping = new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 1 + random.nextInt(7)));
      }
    };
    var out = new ByteArrayOutputStream();
    assertFalse(new Batch(SCREEN).run(dripping, out));
    var ids = out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("^\\{\"id\":(\\d+),.*", "$1"))
        .toList();
    assertEquals(IntStream.range(0, 1000).mapToObj(Integer::toString).toList(), ids);
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
    var endless = new InputStream() {
      private long read;

      @Override
      public int read() {
        read++;
        return 'x';
      }

      @Override
      public int read(byte[] into, int from, int length) {
        read += length;
        return length;
      }
    };
    var refused = assertThrows(ClientException.class,
        () -> new Batch(SCREEN).run(endless, OutputStream.nullOutputStream()));
    assertEquals("line 1 of the batch is not as described: it is longer than 4 MiB",
        refused.getMessage());
    assertTrue(endless.read < 5 << 20);
  }

  @Test
  void anAnswerIsThereBeforeTheNextQuestionIsAsked() {
    var out = new ByteArrayOutputStream();
    var asking = new InputStream() {
      private int asked;

      @Override
      public int read() throws IOException {
        throw new IOException("read in pieces");
      }

      @Override
      public int read(byte[] into, int from, int length) {
        assertEquals(asked, out.toString(StandardCharsets.UTF_8).lines().count());
        if (asked == 3) return -1;
        var line = ("{\"id\":" + asked++ + ",\"turns\":[]}\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(line, 0, into, from, line.length);
        return line.length;
      }
    };
    new Batch(SCREEN).run(asking, out);
    assertEquals(3, out.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void placesCountUnitsOfTheOriginalText() {
    var text = "\ud83d\ude00 please paste your recovery key here";
    var line = "{\"id\":1,\"turns\":[{\"from\":\"them\",\"text\":\"" + text + "\"}]}";
    var out = new ByteArrayOutputStream();
    assertTrue(new Batch(SCREEN)
        .run(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out));
    int start = text.indexOf("paste");
    assertTrue(out.toString(StandardCharsets.UTF_8)
        .contains("{\"what\":\"act_paste\",\"turn\":0,\"start\":" + start + ",\"end\":"
            + (start + 5) + "}"));
  }
}

package dev.holdfast.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.picture.Drawn.Theme;
import dev.holdfast.picture.PictureException.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {
  static final String LINK = "sgnl://linkdevice?uuid=9a3c0f1e-5b7d-4c21&pub_key=BQ7xk3Yv0a1b2c3d4e5f";

  static List<Theme> themes() {
    return Theme.ALL;
  }

  static IntStream seeds() {
    return IntStream.range(0, Boolean.getBoolean("holdfast.long") ? 3000 : 60);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aScreenshotBecomesTurnsWithTheirSides(Theme theme) {
    var chat = reading().read(new Drawn(theme, 1080, 2220)
        .header("12:41", "Signal Support", "Name not verified")
        .theirs("Your backups will be deleted today. Please send your recovery key.", "14:05")
        .mine("Which key do you mean?", "14:07")
        .theirs("The key with sixteen groups, paste it here", "14:08")
        .image());
    assertEquals("Signal Support", chat.name());
    assertEquals(List.of(
        new Bubble(false, "Your backups will be deleted today. Please send your recovery key.",
            "14:05"),
        new Bubble(true, "Which key do you mean?", "14:07"),
        new Bubble(false, "The key with sixteen groups, paste it here", "14:08")),
        chat.turns()
            .stream()
            .map(turn -> new Bubble(turn.mine(), turn.text().replace('\n', ' '), turn.time()))
            .toList());
  }

  @Test
  void aMirroredAppIsToldByItsColours() {
    var plain = new Drawn(Theme.LIGHT, 1080, 1200).header("12:41", "Anna")
        .theirs("hello there my friend", "9:05")
        .mine("good morning to you", "9:06")
        .image();
    var mirrored = new BufferedImage(1080, 1200, BufferedImage.TYPE_INT_RGB);
    mirrored.createGraphics().drawImage(swapped(plain), 0, 0, null);
    var segments = Segments.of(Raster.of(mirrored));
    var sides = Sides.of(segments, 1080);
    assertEquals(List.of(false, true),
        segments.stream().map(segment -> sides.mine(segment.box())).toList());
  }

  /// The left half's bubbles on the right and the other way round; words stay unread here.
  private static BufferedImage swapped(BufferedImage image) {
    var out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++)
        out.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
    return out;
  }

  @Test
  void smallScreenshotsAreEnlarged() {
    var chat = reading().read(new Drawn(Theme.LIGHT, 540, 1110)
        .header("12:41", "Anna")
        .theirs("please send me the code you just got", "14:05")
        .image());
    assertEquals("please send me the code you just got",
        chat.turns().getFirst().text().replace('\n', ' '));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void codesAreReadInEveryTheme(Theme theme) {
    for (var inverted : List.of(false, true)) {
      var image = new Drawn(theme, 1080, 1600).header("12:41", "Group")
          .theirs("join our group", "14:05")
          .code(LINK, 420, inverted)
          .image();
      assertEquals(List.of(LINK), List.copyOf(Codes.in(Raster.of(image))));
    }
  }

  @Test
  void twoCodesAreBothRead() {
    var image = new Drawn(Theme.LIGHT, 1080, 1600).header("12:41", "Group")
        .code(LINK, 420, false)
        .code("https://signal.group/#abc", 420, false)
        .image();
    assertEquals(java.util.Set.of(LINK, "https://signal.group/#abc"), Codes.in(Raster.of(image)));
  }

  @Test
  void aPictureWithoutBubblesIsReadAsAWhole() {
    var image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, 900, 300);
    pen.setColor(java.awt.Color.BLACK);
    pen.setFont(new java.awt.Font("DejaVu Sans", java.awt.Font.PLAIN, 36));
    pen.drawString("Please send your recovery key", 40, 150);
    var chat = reading().read(image);
    assertEquals(List.of(new Bubble(false, "Please send your recovery key", "")), chat.turns());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void damagedPicturesAreRefusedOrReadNothingElse(int seed) throws IOException {
    var random = new Random(seed);
    var bytes = new ByteArrayOutputStream();
    var image = new Drawn(Theme.LIGHT, 300, 400).header("x").code(LINK, 200, false).image();
    ImageIO.write(image, seed % 2 == 0 ? "png" : "jpg", bytes);
    var damaged = bytes.toByteArray();
    for (int i = 0; i < 1 + random.nextInt(8); i++)
      damaged[random
          .nextInt(Math.min(damaged.length, seed % 3 == 0 ? 60 : damaged.length))] = (byte) random
              .nextInt(256);
    try {
      Codes.in(Raster.read(damaged));
    } catch (PictureException e) {
      assertEquals(Kind.UNREADABLE, e.kind());
    }
  }

  @Test
  void withoutTheReaderOneSentenceSaysSo() {
    var absent = assertThrows(PictureException.class,
        () -> Tesseract.installed("tesseract-that-is-not-there", Duration.ofSeconds(20)));
    assertEquals(Kind.NO_READER, absent.kind());
    assertEquals("the program tesseract is needed to read pictures and was not found",
        absent.getMessage());
  }

  @Test
  void aReaderThatFailsHangsOrEatsMemoryIsStopped(@TempDir Path folder) throws IOException {
    var hanging = script(folder.resolve("hanging"), "exec sleep 600");
    var eating = script(folder.resolve("eating"),
        "head -c 3000000000 /dev/zero | tail -c 2900000000 >/dev/null");
    for (var program : List.of("false", hanging, eating))
      assertEquals(Kind.READER_FAILED, assertThrows(PictureException.class,
          () -> Tesseract.installed(program, Duration.ofSeconds(program.equals(hanging) ? 1 : 20)))
          .kind());
  }

  private static String script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  @Test
  void wrappedLinksAreJoined() {
    assertEquals("see https://signal.group/#CjQKIabc/def?x=1\nthanks",
        Words.of("see https://signal.group/#CjQKI\nabc/def?x=1\nthanks\n"));
    assertEquals("see https://signal.group/#abc\nnext line",
        Words.of("see https://signal.group/#abc\nnext line"));
  }

  @Test
  void timesAreCutFromTheEnd() {
    assertEquals(new Times.Timed("hello", "14:05"), Times.cut("hello\n14:05 \u2713\u2713"));
    assertEquals(new Times.Timed("call me at", "9:30 PM"), Times.cut("call me at 9:30 PM"));
    assertEquals(new Times.Timed("code 123456", ""), Times.cut("code 123456"));
  }

  @Test
  void aMissingFileIsSaidSo() {
    assertEquals(Kind.ABSENT, assertThrows(PictureException.class,
        () -> Pictures.payloads(Path.of("no-such-picture.png"))).kind());
    assertTrue(new ChatPicture("12:41\nAnna", List.of(), List.of()).name().equals("Anna"));
  }

  private static Pictures reading() {
    try {
      return new Pictures(Tesseract.installed());
    } catch (PictureException e) {
      Assumptions.abort("tesseract is not installed: " + e.hint());
      throw e;
    }
  }
}

package dev.holdfast.picture;

import dev.holdfast.picture.Segments.Segment;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads pictures of chats. Safe for use by several threads; each read may take seconds.
public final class Pictures {
  private static final int DARK = 128;
  private static final double HEAD = 0.18;
  private static final int MOST_BUBBLES = 60;

  private final Tesseract reader;

  /// @param reader reads the words
  public Pictures(Tesseract reader) {
    this.reader = reader;
  }

  /// What the QR codes in a picture hold; needs no reader of words.
  ///
  /// @throws PictureException if it is no picture
  public static List<String> payloads(Path file) {
    return List.copyOf(Codes.in(Raster.read(file)));
  }

  /// The same for a picture in memory, such as an attachment.
  ///
  /// @param picture stays the caller's
  public static List<String> payloads(byte[] picture) {
    return List.copyOf(Codes.in(Raster.read(picture)));
  }

  /// Reads a screenshot of a chat.
  ///
  /// @throws PictureException if it is no picture or the words cannot be read
  public ChatPicture read(Path file) {
    return read(Raster.read(file));
  }

  /// The same for a picture in memory.
  ///
  /// @param picture stays the caller's
  public ChatPicture read(byte[] picture) {
    return read(Raster.read(picture));
  }

  /// The same for a decoded picture.
  public ChatPicture read(BufferedImage picture) {
    return read(Raster.of(picture));
  }

  private ChatPicture read(Raster picture) {
    var payloads = List.copyOf(Codes.in(picture));
    var bubbles = Segments.of(picture);
    var turns = turns(picture, bubbles);
    if (turns.isEmpty()) {
      var whole = Words.of(words(picture, brightness(picture) < DARK, picture.width()));
      return new ChatPicture("", List.of(new Bubble(false, whole, "")), payloads);
    }
    return new ChatPicture(header(picture, bubbles.getFirst().box().top()), turns, payloads);
  }

  private List<Bubble> turns(Raster picture, List<Segment> bubbles) {
    var sides = Sides.of(bubbles, picture.width());
    var turns = new ArrayList<Bubble>();
    for (var bubble : bubbles.subList(0, Math.min(MOST_BUBBLES, bubbles.size()))) {
      var part = picture.crop(bubble.box());
      boolean dark = Codes.luma(bubble.colour()) < DARK || bubble.chroma() > DARK / 2;
      var timed = Times.cut(Words.of(words(part, dark, picture.width())));
      if (!timed.text().isEmpty())
        turns.add(new Bubble(sides.mine(bubble.box()), timed.text(), timed.time()));
    }
    return turns;
  }

  /// The words above the first bubble, at most the top part of the screen.
  private String header(Raster picture, int firstTop) {
    int bottom = Math.min(firstTop, (int) (HEAD * picture.height()));
    if (bottom < picture.height() / 40) return "";
    var part = picture.crop(new Box(0, 0, picture.width(), bottom));
    return Words.of(words(part, brightness(part) < DARK, picture.width()));
  }

  private String words(Raster part, boolean dark, int screenWidth) {
    return reader.read(Ink.pgm(part, dark, screenWidth));
  }

  private static int brightness(Raster part) {
    long sum = 0;
    for (int rgb : part.rgb())
      sum += Codes.luma(rgb);
    return (int) (sum / Math.max(1, part.rgb().length));
  }
}

package dev.holdfast.picture;

import dev.holdfast.picture.PictureException.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A picture as opaque RGB pixels.
///
/// @param width in pixels
/// @param height in pixels
/// @param rgb row by row, `0xRRGGBB`; owned by the raster
@SuppressWarnings("ArrayRecordComponent") // millions of pixels; the record never compares or prints
                                          // them
record Raster(int width, int height, int[] rgb) {
  private static final long MOST_BYTES = 32L << 20;
  private static final long MOST_PIXELS = 12_000_000;
  private static final int LONGEST_SIDE = 30_000;

  /// @throws PictureException if there is no such file or it is no picture
  static Raster read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) throw tooLarge();
      return read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new PictureException(Kind.ABSENT, "there is no file " + file, "check its name");
    } catch (IOException e) {
      throw new PictureException(Kind.ABSENT, "the file " + file + " cannot be read",
          "check its name and its rights");
    }
  }

  /// @throws PictureException if it is no picture that this Java reads (PNG, JPEG, GIF, BMP, TIFF)
  static Raster read(byte[] bytes) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) throw unknown();
      return read(readers.next(), in);
    } catch (IOException e) {
      throw unknown();
    }
  }

  /// The size is looked at before a pixel is decoded.
  private static Raster read(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width > LONGEST_SIDE || height > LONGEST_SIDE) throw tooLarge();
      var wish = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) width * height / MOST_PIXELS));
      if (step > 1) wish.setSourceSubsampling(step, step, 0, 0);
      return of(reader.read(0, wish));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw unknown(); // what the decoders throw for damaged files
    } finally {
      reader.dispose();
    }
  }

  /// Transparent parts count as white.
  static Raster of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var rgb = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < rgb.length; i++)
      rgb[i] = rgb[i] >>> 24 < 0x20 ? 0xffffff : rgb[i] & 0xffffff;
    return new Raster(width, height, rgb);
  }

  /// A part of it, cut to its borders.
  Raster crop(Box box) {
    int left = Math.clamp(box.left(), 0, width - 1);
    int top = Math.clamp(box.top(), 0, height - 1);
    int wide = Math.clamp(box.right(), left + 1, width) - left;
    int high = Math.clamp(box.bottom(), top + 1, height) - top;
    var part = new int[wide * high];
    for (int y = 0; y < high; y++)
      System.arraycopy(rgb, (top + y) * width + left, part, y * wide, wide);
    return new Raster(wide, high, part);
  }

  /// The most frequent colour, five bits a channel, as an index into 32768.
  static int shade(int rgb) {
    return rgb >> 9 & 0x7c00 | rgb >> 6 & 0x3e0 | rgb >> 3 & 0x1f;
  }

  private static PictureException tooLarge() {
    return new PictureException(Kind.UNREADABLE, "the picture is too large",
        "cut out the part with the messages");
  }

  private static PictureException unknown() {
    return new PictureException(Kind.UNREADABLE, "the file is no picture that can be read",
        "use PNG or JPEG");
  }

  @Override
  public String toString() {
    return "Raster(" + width + "x" + height + ")";
  }
}

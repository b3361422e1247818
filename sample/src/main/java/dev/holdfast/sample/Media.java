package dev.holdfast.sample;

import dev.holdfast.archive.signal.MediaFile;
import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.WireWriter;
import dev.holdfast.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Attachments: the first ones have a file in the folder, later ones were never downloaded.
final class Media {
  private final Sample sample;
  private final SignalFolder folder;
  private final List<MediaPointer> files = new ArrayList<>();
  private int made;

  Media(Sample sample, SignalFolder folder) {
    this.sample = sample;
    this.folder = folder;
  }

  /// The FilePointer of the attachment of message `index`; makes its file when it has one and it
  /// is missing.
  WireWriter pointer(int index) {
    var draw = new Draw(sample.seed(), Draw.Kind.MEDIA, index);
    var locator = new WireWriter().bytes(1, draw.bytes(64));
    boolean newest = index >= sample.messages() && draw.oneIn(4);
    if (made >= sample.media() && !newest) {
      locator.varint(3, 1000 + draw.below(900_000))
          .text(4, "cdn" + draw.number(1_000_000_000_000L))
          .varint(5, 3)
          .varint(6, sample.sentAt(index))
          .bytes(11, draw.bytes(32));
      return described(draw, locator);
    }
    made++;
    int size = size(draw);
    var key = draw.bytes(64);
    var plain = content(index, size);
    var pointer = MediaPointer.of(size, Sha256.over(plain).raw(), key);
    locator.varint(3, size).bytes(9, key).bytes(10, Sha256.over(plain).raw());
    files.add(pointer);
    write(pointer, plain);
    return described(draw, locator);
  }

  List<MediaPointer> files() {
    return files;
  }

  private static WireWriter described(Draw draw, WireWriter locator) {
    return new WireWriter().text(4, "image/jpeg")
        .text(7, "IMG-" + (1000 + draw.below(9000)) + ".jpg")
        .varint(8, 1600)
        .varint(9, 1200)
        .message(13, locator);
  }

  /// Three in four are photos below the average, the rest make up for them.
  private int size(Draw draw) {
    long average = sample.media() == 0
        ? 40_000
        : Math.max(200, sample.mediaBytes() / sample.media());
    long size = draw.below(4) > 0
        ? average / 4 + draw.number(Math.max(1, average / 2))
        : average + draw.number(Math.max(1, 3 * average / 2));
    return (int) Math.min(size, 64 << 20);
  }

  private byte[] content(int index, int size) {
    var plain = new Draw(sample.seed() + 7, Draw.Kind.MEDIA, index).bytes(size);
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    System.arraycopy(jpeg, 0, plain, 0, Math.min(jpeg.length, size));
    return plain;
  }

  private void write(MediaPointer pointer, byte[] plain) {
    try {
      if (Files.exists(folder.media(pointer.name()))) return;
      var sealed = new ByteArrayOutputStream(plain.length + 4096);
      MediaFile.seal(new ByteArrayInputStream(plain), pointer, sealed);
      folder.addMedia(pointer.name(), new ByteArrayInputStream(sealed.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException("could not write a media file of the sample", e);
    }
  }
}

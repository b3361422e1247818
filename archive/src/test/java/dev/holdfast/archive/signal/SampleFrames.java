package dev.holdfast.archive.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small archive drawn from a seed: every kind of frame, references, media, revisions, unknown
/// fields and an unknown frame. `numbering` shifts the ids as a renumbering export would.
final class SampleFrames {
  static final int PEOPLE = 12;
  private final Random random;
  private final long shift;
  private final List<byte[]> frames = new ArrayList<>();

  private SampleFrames(long seed, long shift) {
    random = new Random(seed);
    this.shift = shift;
  }

  /// BackupInfo first.
  static List<byte[]> of(long seed, int items, long shift) {
    var sample = new SampleFrames(seed, shift);
    sample.frames.add(new WireWriter().varint(1, 1)
        .varint(2, 1_764_000_000_000L)
        .bytes(3, sample.bytes(32))
        .text(4, "Sample 1")
        .toBytes());
    sample.account();
    for (int person = 1; person <= PEOPLE; person++)
      sample.recipient(person);
    for (int person = 1; person <= PEOPLE; person++)
      sample.add(3, sample.chat(person));
    for (int i = 0; i < items; i++)
      sample.add(4, sample.item(i, true));
    sample.add(5, new WireWriter().bytes(1, sample.bytes(16)).bytes(2, sample.bytes(32)));
    sample.add(6, new WireWriter().varint(1, 77).varint(2, sample.id(6)).varint(3, 1));
    sample.add(7,
        new WireWriter().text(1, "Night").packed(7, sample.id(1), sample.id(7)).fixed32(3, -1));
    sample.add(8,
        new WireWriter().text(1, "All")
            .varint(7, sample.id(2))
            .varint(7, sample.id(300))
            .packed(8, sample.id(3)));
    sample.add(99, new WireWriter().text(1, "from the future"));
    return sample.frames;
  }

  private void add(int member, WireWriter message) {
    frames.add(new WireWriter().message(member, message).toBytes());
  }

  /// Person 300 stands for an id with a two-byte encoding; it is a recipient too.
  private long id(int person) {
    return person + shift;
  }

  private void account() {
    var color = new WireWriter().varint(1, 5 + shift).fixed32(2, 0xFF00FF00);
    var style = new WireWriter().varint(5, 5 + shift).message(2, pointer(true));
    var settings = new WireWriter().varint(1, 1).message(18, style).message(19, color);
    add(1, new WireWriter().bytes(1, bytes(32)).text(4, "Me").message(9, settings));
  }

  private void recipient(int person) {
    var member = switch (person) {
      case 1 -> new WireWriter().message(5, new WireWriter());
      case 2 -> new WireWriter().message(6, new WireWriter());
      case 3 -> new WireWriter().message(3, new WireWriter().bytes(1, bytes(32)).varint(2, 1));
      case 4 -> new WireWriter().message(4, new WireWriter().bytes(1, bytes(16))
          .message(3,
              new WireWriter().text(1, "Story").packed(4, id(1), id(3))));
      case 6 -> new WireWriter().message(7, new WireWriter().bytes(1, bytes(16)));
      default -> new WireWriter().message(2,
          new WireWriter().bytes(1, bytes(16))
              .varint(4, 4_930_000L + person)
              .text(11, "Person " + person)
              .varint(500, 3));
    };
    var numbered = new WireWriter().varint(1, id(person == 12 ? 300 : person));
    var bytes = member.toBytes();
    numbered.append(bytes, 0, bytes.length);
    add(2, numbered);
  }

  private WireWriter chat(int person) {
    var style = new WireWriter().varint(5, 5 + shift);
    return new WireWriter().varint(1, id(person))
        .varint(2, id(person == 12 ? 300 : person))
        .message(9, style);
  }

  private WireWriter item(int number, boolean revisable) {
    int person = 7 + random.nextInt(5);
    var item = new WireWriter().varint(1, id(person))
        .varint(2, id(person))
        .varint(3, 1_764_000_000_000L + number);
    if (number % 9 == 0) item.varint(4, 1_764_000_000_000L).varint(5, 60_000);
    if (revisable && number % 7 == 0) item.message(6, item(number + 1, false));
    item.message(9,
        new WireWriter().message(1, new WireWriter().varint(1, id(300)).varint(2, number)));
    var message = new WireWriter();
    if (number % 3 == 0) {
      message.message(1, new WireWriter().varint(1, number).varint(2, id(8)).message(3, text()));
    }
    message.message(2, text());
    if (number % 5 == 0) message.message(3, new WireWriter().message(1, pointer(number % 10 == 0)));
    message.message(6, new WireWriter().text(1, "+").varint(2, id(person)).varint(3, number));
    return item.message(11, message);
  }

  private WireWriter text() {
    var words = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--)
      words.append((char) ('a' + random.nextInt(26))).append(i).append(' ');
    return new WireWriter().text(1, words.toString());
  }

  WireWriter pointer(boolean local) {
    var locator = new WireWriter().bytes(1, bytes(64)).varint(3, 1000).varint(7, 3);
    if (local) locator.bytes(9, bytes(64));
    return new WireWriter().text(4, "image/jpeg").message(13, locator.bytes(10, bytes(32)));
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}

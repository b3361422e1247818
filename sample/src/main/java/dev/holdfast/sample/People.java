package dev.holdfast.sample;

import dev.holdfast.archive.signal.WireWriter;
import java.util.stream.LongStream;

/// Frames for everybody in the archive: the account, the recipients, their chats.
final class People {
  private final Sample sample;
  private final Numbers numbers;

  People(Sample sample) {
    this.sample = sample;
    numbers = new Numbers(sample);
  }

  byte[] backupInfo() {
    var draw = new Draw(sample.seed(), Draw.Kind.ACCOUNT, 1);
    return new WireWriter().varint(1, 1)
        .varint(2, sample.exportedAt().toEpochMilli())
        .bytes(3, draw.bytes(32))
        .text(4, "8.14." + sample.day())
        .text(5, "7.60.0")
        .toBytes();
  }

  byte[] account() {
    var draw = new Draw(sample.seed(), Draw.Kind.ACCOUNT, 2);
    var downloads = new WireWriter().varint(1, 1).varint(2, 1).varint(3, 1).varint(4, 1);
    var settings = new WireWriter().varint(1, 1)
        .varint(2, 1)
        .varint(3, 1)
        .varint(11, 1)
        .varint(17, 2)
        .varint(23, 1)
        .message(24, downloads)
        .varint(27, 1)
        .varint(28, 1)
        .varint(29, 1);
    var account = new WireWriter().bytes(1, draw.bytes(32))
        .text(4, "Me")
        .text(5, "Myself")
        .message(9, settings)
        .text(11, "2480");
    return new WireWriter().message(1, account).toBytes();
  }

  byte[] self() {
    return recipient(numbers.self(), 5, new WireWriter());
  }

  byte[] releaseNotes() {
    return recipient(numbers.recipient(Numbers.RELEASE_NOTES), 6, new WireWriter());
  }

  byte[] story() {
    var list = new WireWriter().text(1, "My Story").varint(2, 1).varint(3, 3);
    var item = new WireWriter().bytes(1, new byte[16]).message(3, list);
    return recipient(numbers.recipient(Numbers.STORY), 4, item);
  }

  byte[] contact(int contact) {
    var draw = new Draw(sample.seed(), Draw.Kind.PERSON, contact);
    var person = new WireWriter().bytes(1, aci(contact));
    draw.bytes(16);
    person.varint(4, 15_550_000_000L + contact)
        .message(7, new WireWriter())
        .bytes(9, draw.bytes(32))
        .varint(10, 1)
        .text(11, Words.given(draw))
        .text(12, Words.family(draw));
    return recipient(numbers.contact(contact), 2, person);
  }

  byte[] group(int group) {
    var draw = new Draw(sample.seed(), Draw.Kind.GROUP, group);
    var title = new WireWriter().text(1, Words.title(draw));
    var snapshot = new WireWriter().message(2, title).varint(6, 3 + group % 5);
    members(group).forEach(
        contact -> snapshot.message(7, new WireWriter().bytes(1, aci((int) contact)).varint(2, 1)));
    var body = new WireWriter().bytes(1, draw.bytes(32)).varint(2, 1).message(5, snapshot);
    return recipient(numbers.group(group), 3, body);
  }

  byte[] chatWithContact(int contact) {
    return chat(numbers.chatOfContact(contact), numbers.contact(contact));
  }

  byte[] chatOfGroup(int group) {
    return chat(numbers.chatOfGroup(group), numbers.group(group));
  }

  /// The contacts in a group: ten neighbours.
  LongStream members(int group) {
    return LongStream.range(10L * group, Math.min(sample.people(), 10L * group + 10));
  }

  private byte[] aci(int contact) {
    return new Draw(sample.seed(), Draw.Kind.PERSON, contact).bytes(16);
  }

  private static byte[] chat(long id, long recipient) {
    return new WireWriter()
        .message(3, new WireWriter().varint(1, id).varint(2, recipient).varint(10, 1))
        .toBytes();
  }

  private static byte[] recipient(long id, int kind, WireWriter body) {
    return new WireWriter().message(2, new WireWriter().varint(1, id).message(kind, body))
        .toBytes();
  }
}

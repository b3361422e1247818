package dev.holdfast.sample;

import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.archive.signal.WireWriter;
import java.util.List;

/// Frames for what people wrote. A message is a pure function of sample and index.
final class Messages {
  private static final int QUOTED_BEFORE = 40;

  private final Sample sample;
  private final Numbers numbers;
  private final People people;
  private final Media media;

  Messages(Sample sample, Media media) {
    this.sample = sample;
    this.media = media;
    numbers = new Numbers(sample);
    people = new People(sample);
  }

  /// Who wrote what to whom, before any id is known.
  private record Place(int correspondent, boolean inGroup, int author, boolean outgoing) {}

  byte[] frame(int index) {
    var draw = new Draw(sample.seed(), Draw.Kind.MESSAGE, index);
    var place = place(draw, index);
    int version = sample.version(index);
    var item = header(place, index);
    boolean isSticker = draw.oneIn(60);
    if (version > 0 && index % 2 == 0 && !isSticker) item.message(6, earlier(place, index));
    if (place.outgoing()) item.message(9, outgoing(place, index, version));
    else
      item.message(8, incoming(index));
    if (isSticker) item.message(13, sticker(draw, place, index, version));
    else
      item.message(11, standard(draw, place, index, version));
    return new WireWriter().message(4, item).toBytes();
  }

  private Place place(Draw draw, int index) {
    boolean outgoing = draw.oneIn(2);
    if (sample.groups() > 0 && draw.oneIn(3)) {
      int group = draw.skewed(sample.groups());
      int author = (int) (10L * group + draw.below((int) people.members(group).count()));
      return new Place(group, true, author, outgoing);
    }
    int known = sample.people() + Math.max(0, index - sample.messages()) / Sample.DAILY;
    int contact = draw.skewed(known);
    return new Place(contact, false, contact, outgoing);
  }

  private WireWriter header(Place place, int index) {
    long chat = place.inGroup()
        ? numbers.chatOfGroup(place.correspondent())
        : numbers.chatOfContact(place.correspondent());
    return new WireWriter().varint(1, chat)
        .varint(2, author(place))
        .varint(3, sample.sentAt(index));
  }

  private long author(Place place) {
    return place.outgoing() ? numbers.self() : numbers.contact(place.author());
  }

  private WireWriter incoming(int index) {
    return new WireWriter().varint(1, sample.sentAt(index) + 700)
        .varint(2, sample.sentAt(index) + 300)
        .varint(3, 1)
        .varint(4, 1);
  }

  private WireWriter outgoing(Place place, int index, int version) {
    var details = new WireWriter();
    var receivers = place.inGroup()
        ? people.members(place.correspondent()).toArray()
        : new long[]{place.correspondent()};
    for (long contact : receivers) {
      var status = new WireWriter().varint(1, numbers.contact((int) contact))
          .varint(2, sample.sentAt(index) + 900 + version);
      details.message(1, status.message(version > 0 ? 6 : 5, new WireWriter().varint(1, 1)));
    }
    return details.varint(2, sample.sentAt(index));
  }

  private WireWriter standard(Draw draw, Place place, int index, int version) {
    var message = new WireWriter();
    if (index > QUOTED_BEFORE && draw.oneIn(12)) message.message(1, quote(draw, place, index));
    var body = Words.sentence(draw);
    if (version > 0 && index % 2 == 0)
      body = body + " "
          + Words.sentence(new Draw(sample.seed() + version, Draw.Kind.MESSAGE, index));
    message.message(2, new WireWriter().text(1, body));
    if (draw.oneIn(6))
      message.message(3, new WireWriter().message(1, media.pointer(index)).varint(3, 1));
    if (draw.oneIn(5)) message.message(6, reaction(draw, place, index, numbers.self()));
    if (version > 0 && index % 2 == 1)
      message.message(6, reaction(draw, place, index, numbers.contact(place.author())));
    return message;
  }

  /// The text as it was before it was edited.
  private WireWriter earlier(Place place, int index) {
    var draw = new Draw(sample.seed() + 31, Draw.Kind.MESSAGE, index);
    var item = header(place, index);
    if (place.outgoing()) item.message(9, outgoing(place, index, 0));
    else
      item.message(8, incoming(index));
    return item.message(11,
        new WireWriter().message(2, new WireWriter().text(1, Words.sentence(draw))));
  }

  private WireWriter quote(Draw draw, Place place, int index) {
    long sent = sample.sentAt(index - 1 - draw.below(QUOTED_BEFORE));
    return new WireWriter().varint(1, sent)
        .varint(2, numbers.contact(place.author()))
        .message(3, new WireWriter().text(1, Words.sentence(draw)))
        .varint(5, 1);
  }

  private WireWriter reaction(Draw draw, Place place, int index, long by) {
    return new WireWriter().text(1, Words.emoji(draw))
        .varint(2, by)
        .varint(3, sample.sentAt(index) + 60_000)
        .varint(4, sample.sentAt(index) + 60_001L + (place.inGroup() ? 1 : 0));
  }

  private WireWriter sticker(Draw draw, Place place, int index, int version) {
    var data = new WireWriter().message(13, new WireWriter());
    var picture = new WireWriter().bytes(1, draw.bytes(16))
        .bytes(2, draw.bytes(32))
        .varint(3, 1 + draw.below(30))
        .text(4, Words.emoji(draw))
        .message(5, data);
    var message = new WireWriter().message(1, picture);
    if (version > 0)
      message.message(2, reaction(draw, place, index, numbers.contact(place.author())));
    return message;
  }

  /// The pointers of all media files that messages of this day name, in order.
  List<MediaPointer> files() {
    return media.files();
  }
}

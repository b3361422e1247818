package dev.holdfast.archive.sample;

import dev.holdfast.archive.signal.BackupId;
import dev.holdfast.archive.signal.MainWriter;
import dev.holdfast.archive.signal.MediaFile;
import dev.holdfast.archive.signal.MediaName;
import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// A Signal account that people write to: contacts, chats, messages, reactions, media. It can be
/// exported as a folder again and again while it changes, with stable ids as on Android, or numbered
/// anew each time as on iOS. All of it follows from a seed.
public final class SampleArchive {
  /// How an export numbers people and chats.
  public enum Numbering {
    STABLE, ANEW
  }

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final SecureRandom KEYS = new SecureRandom();

  @SuppressWarnings("ArrayRecordComponent") // read only
  private record Person(long row, byte[] aci, String name) {}

  private static final class Message {
    final int chat;
    final long sentAt;
    final String text;
    final boolean outgoing;
    final List<Media> media = new ArrayList<>();
    int reactions;
    int edits;
    long expiresIn;

    Message(int chat, long sentAt, String text, boolean outgoing) {
      this.chat = chat;
      this.sentAt = sentAt;
      this.text = text;
      this.outgoing = outgoing;
    }
  }

  private record Media(int size, long seed, boolean present) {
    byte[] plain() {
      var bytes = new byte[size];
      new Random(seed).nextBytes(bytes);
      return bytes;
    }

    byte[] key() {
      var key = new byte[64];
      new Random(seed ^ 0x5eed).nextBytes(key);
      return key;
    }

    MediaPointer pointer() {
      return MediaPointer.of(size, Sha256.over(plain()).raw(), key());
    }
  }

  private final Random random;
  private final Numbering numbering;
  private final byte[] profileKey;
  private final List<String> words = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private long nextRow = 10;
  private long clock = START.toEpochMilli();

  /// @param people how many chats
  public SampleArchive(long seed, int people, int messages, Numbering numbering) {
    random = new Random(seed);
    this.numbering = numbering;
    profileKey = bytes(32);
    for (int i = 0; i < 600; i++)
      words.add(word());
    for (int i = 0; i < people; i++)
      meet();
    say(messages);
  }

  private String word() {
    var word = new StringBuilder();
    for (int left = 2 + random.nextInt(8); left > 0; left--)
      word.append((char) ('a' + random.nextInt(26)));
    return word.toString();
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// One more contact. On iOS it comes first and so shifts all numbers.
  public void meet() {
    nextRow += 1 + random.nextInt(3);
    int at = numbering == Numbering.ANEW && !people.isEmpty() ? 0 : people.size();
    people.add(at, new Person(nextRow, bytes(16), "Contact " + word()));
    if (at == 0) messages.replaceAll(SampleArchive::shifted);
  }

  private static Message shifted(Message old) {
    var moved = new Message(old.chat + 1, old.sentAt, old.text, old.outgoing);
    moved.media.addAll(old.media);
    moved.reactions = old.reactions;
    moved.edits = old.edits;
    moved.expiresIn = old.expiresIn;
    return moved;
  }

  /// New messages in random chats; every sixth with a media pointer to nothing in the folder.
  public void say(int count) {
    for (int i = 0; i < count; i++)
      messages.add(message());
  }

  private Message message() {
    clock += 1 + random.nextInt(90_000);
    var text = new StringBuilder();
    for (int left = 1 + random.nextInt(17); left > 0; left--)
      text.append(words.get((int) (Math.pow(random.nextDouble(), 2) * words.size()))).append(' ');
    return new Message(random.nextInt(people.size()), clock, text.toString().trim(),
        random.nextBoolean());
  }

  /// A message with a media file.
  ///
  /// @param present whether the file is in the folder
  public void send(int size, boolean present) {
    var message = message();
    message.media.add(new Media(size, random.nextLong(), present));
    messages.add(message);
  }

  /// A message with a timer that runs out `millis` after it was sent.
  public void sayWithTimer(long millis) {
    var message = message();
    message.expiresIn = millis;
    messages.add(message);
  }

  /// Changes some of the newest messages.
  public void edit(int count, int among) {
    for (int i = 0; i < count; i++) {
      var message = messages
          .get(messages.size() - 1 - random.nextInt(Math.min(among, messages.size())));
      if (random.nextBoolean()) message.reactions++;
      else
        message.edits++;
    }
  }

  /// Deletes a message.
  public void delete(int index) {
    messages.remove(index);
  }

  public int messages() {
    return messages.size();
  }

  /// When the newest message was sent.
  public Instant now() {
    return Instant.ofEpochMilli(clock);
  }

  private long recipient(int person) {
    return numbering == Numbering.STABLE ? people.get(person).row : person + 2L;
  }

  private long chat(int person) {
    return numbering == Numbering.STABLE ? people.get(person).row + 1000 : person + 1L;
  }

  private long self() {
    return numbering == Numbering.STABLE ? 3 : 1;
  }

  /// Gives the frames of an export, BackupInfo first.
  public void frames(Consumer<byte[]> sink) {
    sink.accept(
        new Proto().number(1, 1).number(2, clock).bytes(3, profileKey).text(4, "7.5").toBytes());
    sink.accept(
        new Proto().message(1, new Proto().bytes(1, profileKey).text(4, "Me").text(11, "9241"))
            .toBytes());
    sink.accept(recipient(self(), new Proto().message(5, new Proto())));
    for (int i = 0; i < people.size(); i++) {
      var contact = new Proto().bytes(1, people.get(i).aci).text(11, people.get(i).name);
      sink.accept(recipient(recipient(i), new Proto().message(2, contact)));
    }
    for (int i = 0; i < people.size(); i++)
      sink.accept(
          new Proto().message(3, new Proto().number(1, chat(i)).number(2, recipient(i))).toBytes());
    for (var message : messages)
      sink.accept(new Proto().message(4, item(message)).toBytes());
  }

  private static byte[] recipient(long id, Proto kind) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(new Proto().number(1, id).toBytes());
    body.writeBytes(kind.toBytes());
    return new Proto().bytes(2, body.toByteArray()).toBytes();
  }

  private Proto item(Message message) {
    var item = new Proto().number(1, chat(message.chat))
        .number(2, message.outgoing ? self() : recipient(message.chat))
        .number(3, message.sentAt);
    if (message.expiresIn > 0) item.number(4, message.sentAt).number(5, message.expiresIn);
    if (message.outgoing)
      item.message(9, new Proto().message(1, new Proto().number(1, recipient(message.chat))
          .number(2, message.sentAt + 700)
          .number(4, 1)));
    else
      item.message(8,
          new Proto().number(1, message.sentAt + 400).number(2, message.sentAt + 300).number(3, 1));
    var standard = new Proto().message(2,
        new Proto().text(1, message.text + " edited".repeat(message.edits)));
    if (message.sentAt % 6 == 0 && message.media.isEmpty())
      standard.message(3, cloudPointer(message.sentAt));
    for (var media : message.media)
      standard.message(3, new Proto().message(1, pointer(media)));
    for (int i = 0; i < message.reactions; i++)
      standard.message(6,
          new Proto().text(1, "\u2764")
              .number(2, recipient(message.chat))
              .number(3, message.sentAt + i));
    return item.message(11, standard);
  }

  /// A pointer whose three random values come back the same in each export.
  private static Proto cloudPointer(long seed) {
    var drawn = new Random(seed);
    var key = new byte[64];
    drawn.nextBytes(key);
    var hash = new byte[32];
    drawn.nextBytes(hash);
    var locator = new Proto().bytes(1, key)
        .number(3, 20_000 + drawn.nextInt(100_000))
        .number(7, 3)
        .bytes(10, hash);
    return new Proto().message(1, new Proto().text(4, "image/jpeg").message(13, locator));
  }

  private static Proto pointer(Media media) {
    var locator = new Proto().number(3, media.size)
        .bytes(9, media.key())
        .bytes(10, Sha256.over(media.plain()).raw());
    return new Proto().text(4, "image/jpeg").message(13, locator);
  }

  /// Exports into `SignalBackups` below `parent`, which is made if missing.
  public SignalSnapshot export(Path parent, RecoveryKey key) throws IOException {
    var path = parent.resolve("SignalBackups");
    var folder = Files.exists(path) ? new SignalFolder(path) : SignalFolder.create(parent);
    clock += 1000;
    try (var snapshot = folder.begin(now())) {
      try (var main = snapshot.main(key, BackupId.random(KEYS), MainWriter.DEFAULT_LEVEL)) {
        var failure = new ArrayList<IOException>();
        frames(frame -> {
          try {
            main.write(frame);
          } catch (IOException e) {
            failure.add(e);
          }
        });
        if (!failure.isEmpty()) throw failure.getFirst();
        main.finish();
      }
      Set<String> listed = new HashSet<>();
      for (var message : messages)
        for (var media : message.media)
          if (listed.add(media.pointer().name().hex())) exportMedia(folder, media, snapshot::media);
      return snapshot.commit();
    }
  }

  private interface MediaList {
    void add(MediaName name) throws IOException;
  }

  private static void exportMedia(SignalFolder folder, Media media, MediaList list)
      throws IOException {
    list.add(media.pointer().name());
    if (!media.present || Files.exists(folder.media(media.pointer().name()))) return;
    var sealed = new ByteArrayOutputStream();
    MediaFile.seal(new ByteArrayInputStream(media.plain()), media.pointer(), sealed);
    folder.addMedia(media.pointer().name(), new ByteArrayInputStream(sealed.toByteArray()));
  }

  @Override
  public String toString() {
    return "%d messages, %s".formatted(messages.size(), numbering.name().toLowerCase(Locale.ROOT));
  }
}

package dev.holdfast.archive.snapshot;

import com.github.luben.zstd.ZstdDictTrainer;
import dev.holdfast.archive.sample.Proto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Makes the dictionary with which small groups of messages are packed: frames put together from
/// Signal's schema with random ids, times and keys, and "text" that has no words, only letters as
/// often as they occur in a few languages. Run it by hand; the result is part of the format and
/// never changes.
public final class StructureTraining {
  private static final int SIZE = 6 << 10;
  private static final int SAMPLES = 6000;
  private static final String[] LETTERS = {
      "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuucccmmmwwfffggyyppbbvkjxqz",
      "eeeeeeeeeeeeeeeennnnnnnnniiiiiiiisssssssrrrrrrraaaaaattttttdddddhhhhhuuuullllccggmmooobbwwffkkzzv\u00fc\u00e4\u00f6\u00dfpjyxq",
      "eeeeeeeeeeeeeeaaaaaaaaasssssssiiiiiiitttttttnnnnnnnrrrrrruuuuuullllloooodddcccpppmmm\u00e9\u00e9vvqfbgh\u00e0jxyz\u00e8",
      "eeeeeeeeeeeeeaaaaaaaaaaaaooooooooosssssssnnnnnnrrrrrriiiiiillllldddddttttuuuuccccmmmppbbgvyqh\u00f3\u00edf\u00e1zj\u00e9\u00f1x",
      "\u043e\u043e\u043e\u043e\u043e\u0435\u0435\u0435\u0435\u0430\u0430\u0430\u0430\u0438\u0438\u0438\u043d\u043d\u043d\u0442\u0442\u0442\u0441\u0441\u0440\u0440\u0432\u0432\u043b\u043b\u043a\u043c\u0434\u043f\u0443\u044f\u044b\u044c\u0433\u0437\u0431\u0447\u0439\u0445\u0436\u0448\u044e",
      "\u0627\u0627\u0627\u0627\u0644\u0644\u0644\u064a\u064a\u0645\u0645\u0648\u0648\u0646\u0646\u0631\u0631\u062a\u0628\u0639\u062f\u0633\u0641\u0647\u0643\u0642\u062d\u062c"};
  private static final int[] LANGUAGE_SHARE = {40, 60, 74, 88, 96, 100};
  private static final String[] TYPES = {"image/jpeg", "image/jpeg", "image/jpeg", "video/mp4",
      "audio/aac",
      "image/png", "image/webp", "application/pdf", "image/gif"};
  private static final String[] EMOJI = {"\u2764\ufe0f", "\ud83d\udc4d", "\ud83d\ude02",
      "\ud83d\ude2e",
      "\ud83d\ude22", "\ud83d\ude4f", "\ud83d\ude21"};

  private final Random random = new Random(20261124);
  private long time;
  private long chat;
  private long person;
  private String letters = LETTERS[0];

  private StructureTraining() {}

  /// @param arguments the file to write
  public static void main(String[] arguments) throws IOException {
    var training = new StructureTraining();
    var trainer = new ZstdDictTrainer(64 << 20, SIZE, 19);
    for (int i = 0; i < SAMPLES; i++)
      trainer.addSample(training.group());
    Files.write(Path.of(arguments[0]), trainer.trainSamples());
  }

  /// A few messages of one chat, as a segment holds them.
  private byte[] group() {
    time = 1_640_000_000_000L + (long) (random.nextDouble() * 200e9);
    chat = 1L + random.nextInt(random.nextBoolean() ? 100 : 3000);
    person = 1L + random.nextInt(random.nextBoolean() ? 100 : 3000);
    int language = random.nextInt(100);
    for (int i = LETTERS.length - 1; i >= 0; i--)
      if (language < LANGUAGE_SHARE[i]) letters = LETTERS[i];
    var out = new ByteArrayOutputStream();
    for (int left = 1 + random.nextInt(7); left > 0; left--) {
      var frame = new Proto().message(4, item()).toBytes();
      if (frame.length > 127) out.write(frame.length & 127 | 128);
      out.write(frame.length > 127 ? frame.length >> 7 : frame.length);
      out.writeBytes(frame);
    }
    return out.toByteArray();
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private Proto item() {
    time += 1 + (long) (Math.pow(random.nextDouble(), 4) * 4e7);
    boolean outgoing = random.nextBoolean();
    var item = new Proto().number(1, chat)
        .number(2, outgoing ? 1 + random.nextInt(3) : person)
        .number(3, time);
    if (one(8)) item.number(4, time + 5000).number(5, 604_800_000);
    if (outgoing) item.message(9, outgoing());
    else
      item.message(8, new Proto().number(1, time + random.nextInt(4000))
          .number(2, time + random.nextInt(900))
          .number(3, 1)
          .number(4, 1));
    return switch (random.nextInt(20)) {
      case 0 -> item.message(13,
          new Proto().message(1,
              new Proto().bytes(1, bytes(16))
                  .bytes(2, bytes(32))
                  .number(3, random.nextInt(30))
                  .text(4, emoji())
                  .message(5, pointer())));
      case 1 ->
        item.message(15, new Proto().message(1, new Proto().number(1, 1 + random.nextInt(12))));
      case 2 -> item.message(14, new Proto());
      default -> item.message(11, standard());
    };
  }

  private Proto outgoing() {
    var status = new Proto().number(1, person).number(2, time + random.nextInt(100_000));
    status.message(4 + random.nextInt(3), new Proto().number(1, 1));
    return new Proto().message(1, status).number(2, one(2) ? time + random.nextInt(400) : 0);
  }

  private Proto standard() {
    var standard = new Proto();
    if (one(8))
      standard.message(1, new Proto().number(1, time - random.nextInt(900_000))
          .number(2, person)
          .message(3, new Proto().text(1, text()))
          .number(5, 1));
    standard.message(2, new Proto().text(1, text()));
    if (one(7))
      standard.message(3, new Proto().message(1, pointer()).number(3, 1).bytes(4, bytes(16)));
    if (one(25))
      standard.message(4,
          new Proto().text(1, "https://www." + word() + ".com/" + word())
              .text(2, text())
              .message(3, pointer()));
    if (one(5))
      standard.message(6,
          new Proto().text(1, emoji())
              .number(2, person)
              .number(3, time + random.nextInt(600_000))
              .number(4, time + random.nextInt(600_000)));
    return standard;
  }

  private String emoji() {
    return EMOJI[random.nextInt(EMOJI.length)];
  }

  private Proto pointer() {
    var locator = new Proto().bytes(1, bytes(64))
        .number(3, 10_000 + random.nextInt(2_000_000))
        .text(4, Long.toString(random.nextLong() >>> 1))
        .number(5, 3)
        .number(6, time + random.nextInt(3000));
    if (one(2)) locator.number(7, 3);
    if (one(2)) locator.bytes(9, bytes(64));
    locator.bytes(10, bytes(32));
    var pointer = new Proto().text(4, TYPES[random.nextInt(TYPES.length)]);
    if (one(2))
      pointer.number(8, 4000 - random.nextInt(3500))
          .number(9, 4000 - random.nextInt(3500))
          .text(11, word());
    return pointer.message(13, locator);
  }

  private String text() {
    var text = new StringBuilder();
    for (int left = 1 + random.nextInt(14); left > 0; left--)
      text.append(one(15) ? word().toUpperCase(java.util.Locale.ROOT) : word())
          .append(one(9) ? ", " : " ");
    return text.append(one(3) ? "." : one(3) ? "?" : one(4) ? "!" : "").toString();
  }

  private String word() {
    var word = new StringBuilder();
    for (int left = 1 + random.nextInt(8); left > 0; left--)
      word.append(letters.charAt(random.nextInt(letters.length())));
    return word.toString();
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}

package dev.holdfast.sample;

import dev.holdfast.archive.signal.BackupId;
import dev.holdfast.archive.signal.FrameSink;
import dev.holdfast.archive.signal.MainWriter;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes one day of a sample as Signal would: a snapshot in `SignalBackups`, media files
/// beside it.
public final class SampleFolder {
  private static final String KEY_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int KEY_LENGTH = 64;

  private SampleFolder() {}

  /// Writes the snapshot of `sample.day()`; earlier days' snapshots and media stay.
  ///
  /// @param parent existing folder; `SignalBackups` is made in it if missing
  public static SignalSnapshot write(Sample sample, Path parent) throws IOException {
    var folder = Files.isDirectory(parent.resolve("SignalBackups"))
        ? SignalFolder.find(parent)
        : SignalFolder.create(parent);
    try (var key = recoveryKey(sample.seed()); var snapshot = folder.begin(sample.exportedAt())) {
      var id = new BackupId(new Draw(sample.seed(), Draw.Kind.KEY, 1).bytes(16));
      var media = new Media(sample, folder);
      try (var main = snapshot.main(key, id, MainWriter.DEFAULT_LEVEL)) {
        frames(sample, media, main::write);
        main.finish();
      }
      for (var pointer : media.files())
        snapshot.media(pointer.name());
      return snapshot.commit();
    }
  }

  /// Gives every frame of the sample in order, without writing any file but media.
  static void frames(Sample sample, Media media, FrameSink sink) throws IOException {
    var people = new People(sample);
    sink.accept(people.backupInfo());
    sink.accept(people.account());
    sink.accept(people.self());
    sink.accept(people.releaseNotes());
    sink.accept(people.story());
    for (int contact = 0; contact < sample.contacts(); contact++)
      sink.accept(people.contact(contact));
    for (int group = 0; group < sample.groups(); group++)
      sink.accept(people.group(group));
    for (int contact = 0; contact < sample.contacts(); contact++)
      sink.accept(people.chatWithContact(contact));
    for (int group = 0; group < sample.groups(); group++)
      sink.accept(people.chatOfGroup(group));
    var messages = new Messages(sample, media);
    for (int index = 0; index < sample.total(); index++)
      sink.accept(messages.frame(index));
  }

  /// The sample's recovery key: a valid one, drawn from the seed, so never to be used for
  /// real chats.
  public static RecoveryKey recoveryKey(long seed) {
    return RecoveryKey.parse(keyText(seed));
  }

  /// The same key as 64 characters `[0-9a-z]`.
  public static String keyText(long seed) {
    var draw = new Draw(seed, Draw.Kind.KEY, 0);
    var text = new StringBuilder(KEY_LENGTH);
    for (int i = 0; i < KEY_LENGTH; i++)
      text.append(KEY_ALPHABET.charAt(draw.below(KEY_ALPHABET.length())));
    return text.toString();
  }
}

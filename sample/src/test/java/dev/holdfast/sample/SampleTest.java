package dev.holdfast.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.signal.MediaFile;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.sample.Sample.Numbering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signal.libsignal.messagebackup.AccountEntropyPool;
import org.signal.libsignal.messagebackup.MessageBackup;
import org.signal.libsignal.messagebackup.MessageBackupKey;

class SampleTest {
  @TempDir
  Path folder;

  static Sample sample(Numbering numbering) {
    return new Sample(7, 1500, 30, 12, 600_000, numbering, 0);
  }

  @ParameterizedTest
  @EnumSource
  void signalsOwnValidatorAcceptsEveryDay(Numbering numbering) throws Exception {
    for (int day = 0; day < 3; day++) {
      var snapshot = SampleFolder.write(sample(numbering).on(day), folder);
      assertValid(snapshot.path().resolve("main"));
    }
  }

  @Test
  void theSameSampleGivesTheSameFrames() throws IOException {
    var once = read(
        SampleFolder.write(sample(Numbering.STABLE), Files.createDirectory(folder.resolve("a"))));
    var again = read(
        SampleFolder.write(sample(Numbering.STABLE), Files.createDirectory(folder.resolve("b"))));
    assertEquals(once.size(), again.size());
    for (int i = 0; i < once.size(); i++)
      assertArrayEquals(once.get(i), again.get(i));
  }

  @Test
  void aDayAddsTwoHundredMessagesAndChangesTwenty() throws IOException {
    var before = read(SampleFolder.write(sample(Numbering.STABLE), folder));
    var after = read(SampleFolder.write(sample(Numbering.STABLE).on(1), folder));
    var known = before.stream().map(HexFormat.of()::formatHex).collect(Collectors.toSet());
    long changedOrNew = after.stream()
        .map(HexFormat.of()::formatHex)
        .filter(frame -> !known.contains(frame))
        .count();
    assertEquals(Sample.DAILY + Sample.EDITED + 3, changedOrNew,
        "and BackupInfo, the new contact and its chat");
  }

  @Test
  void renumberedExportsChangeNearlyEveryFrame() throws IOException {
    var before = read(SampleFolder.write(sample(Numbering.RENUMBERED), folder));
    var after = read(SampleFolder.write(sample(Numbering.RENUMBERED).on(1), folder));
    Set<String> known = before.stream().map(HexFormat.of()::formatHex).collect(Collectors.toSet());
    long same = after.stream().map(HexFormat.of()::formatHex).filter(known::contains).count();
    assertTrue(same * 4 < after.size(), same + " of " + after.size() + " frames stayed");
  }

  @Test
  void everyListedMediaFileIsThereAndGenuine() throws IOException {
    var snapshot = SampleFolder.write(sample(Numbering.STABLE), folder);
    var media = new Media(sample(Numbering.STABLE), SignalFolder.find(folder));
    SampleFolder.frames(sample(Numbering.STABLE), media, frame -> {});
    assertEquals(12, media.files().size());
    for (var pointer : media.files()) {
      var plain = new ByteArrayOutputStream();
      MediaFile.open(SignalFolder.find(folder).media(pointer.name()), pointer, plain);
      assertEquals(pointer.plainBytes(), plain.size());
    }
    assertTrue(Files.exists(snapshot.path().resolve("files")));
  }

  private List<byte[]> read(SignalSnapshot snapshot) throws IOException {
    var frames = new ArrayList<byte[]>();
    try (var key = SampleFolder.recoveryKey(7); var messageKey = snapshot.key(key)) {
      snapshot.main().read(messageKey, frames::add);
    }
    return frames;
  }

  private static void assertValid(Path main) throws Exception {
    var backupKey = AccountEntropyPool.deriveBackupKey(SampleFolder.keyText(7));
    var key = new MessageBackupKey(backupKey, new Draw(7, Draw.Kind.KEY, 1).bytes(16));
    var result = MessageBackup.validate(key, MessageBackup.Purpose.DEVICE_TRANSFER, () -> {
      try {
        return Files.newInputStream(main);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }, Files.size(main));
    assertEquals(0, result.unknownFieldMessages.length,
        Arrays.toString(result.unknownFieldMessages));
  }
}

package dev.holdfast.archive.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.signal.BackupId;
import dev.holdfast.archive.signal.MainWriter;
import dev.holdfast.archive.signal.MediaFile;
import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.signal.SignalSnapshot;
import dev.holdfast.archive.signal.WireWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
  static final long NOON = Instant.parse("2026-05-20T12:00:00Z").toEpochMilli();
  static final byte[] ACI = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  static final byte[] PHOTO = "not really a photo".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  Path folder;
  SignalFolder signal;
  final RecoveryKey key = RecoveryKey.generate(new SecureRandom());
  final List<byte[]> frames = new ArrayList<>();

  @BeforeEach
  void aSmallArchive() throws IOException {
    signal = SignalFolder.create(folder);
    frames.add(new WireWriter().varint(1, 1).varint(2, NOON).bytes(3, new byte[32]).toBytes());
    frames.add(new WireWriter().message(1, new WireWriter().bytes(1, new byte[32]).text(4, "Nora"))
        .toBytes());
    recipient(1, 5, new WireWriter());
    recipient(2, 2, new WireWriter().bytes(1, ACI).text(11, "Ola <b>").text(12, "& Co"));
    frames.add(new WireWriter().message(3, new WireWriter().varint(1, 7).varint(2, 2)).toBytes());
  }

  private void recipient(long id, int kind, WireWriter body) {
    frames.add(
        new WireWriter().message(2, new WireWriter().varint(1, id).message(kind, body)).toBytes());
  }

  private void item(long author, WireWriter standard) {
    var item = new WireWriter().varint(1, 7)
        .varint(2, author)
        .varint(3, NOON)
        .message(author == 1 ? 9 : 8, new WireWriter())
        .message(11, standard);
    frames.add(new WireWriter().message(4, item).toBytes());
  }

  private static WireWriter text(String body) {
    return new WireWriter().text(1, body);
  }

  private String export(ExportFormat format, String file) throws IOException {
    write(format);
    return Files.readString(folder.resolve("out").resolve(file));
  }

  private ExportSummary write(ExportFormat format) throws IOException {
    SignalSnapshot snapshot;
    try (var begun = signal.begin(Instant.ofEpochMilli(NOON))) {
      try (var main = begun.main(key, BackupId.random(new SecureRandom()),
          MainWriter.DEFAULT_LEVEL)) {
        for (var frame : frames)
          main.write(frame);
        main.finish();
      }
      snapshot = begun.commit();
    }
    try (var messageKey = snapshot.key(key)) {
      return Export.write(signal, snapshot, messageKey, folder.resolve("out"), format,
          ZoneOffset.UTC, Locale.ROOT);
    }
  }

  @Test
  void markupInMessagesAndNamesStaysText() throws IOException {
    item(2, new WireWriter().message(2, text("<script>alert(1)</script> \"quoted\" & 'single'")));
    var page = export(ExportFormat.HTML, "chats/0001-ola-b-co.html");
    assertFalse(page.contains("<script>"), page);
    assertTrue(
        page.contains(
            "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; &#39;single&#39;"),
        page);
    assertTrue(page.contains("Ola &lt;b&gt; &amp; Co"));
    assertTrue(page.contains("default-src 'none'"));
  }

  @Test
  void textShowsTimesNamesRepliesReactionsAndEdits() throws IOException {
    var quote = new WireWriter().varint(1, NOON).varint(2, 2).message(3, text("see you?"));
    var reaction = new WireWriter().text(1, "👍").varint(2, 2).varint(3, NOON).varint(4, 1);
    var earlier = new WireWriter().varint(1, 7)
        .varint(2, 1)
        .varint(3, NOON - 60_000)
        .message(9, new WireWriter())
        .message(11,
            new WireWriter().message(2, text("at six")));
    var item = new WireWriter().varint(1, 7)
        .varint(2, 1)
        .varint(3, NOON)
        .message(6, earlier)
        .message(9, new WireWriter())
        .message(11,
            new WireWriter().message(1, quote).message(2, text("at seven")).message(6, reaction));
    frames.add(new WireWriter().message(4, item).toBytes());
    assertEquals("""
        Ola <b> & Co
        ============

        [2026-05-20 12:00:00] Nora
          > Ola <b> & Co: see you?
          at seven
          (before, 2026-05-20 11:59:00: at six)
          👍 Ola <b> & Co

        """, export(ExportFormat.TEXT, "chats/0001-ola-b-co.txt"));
  }

  @Test
  void aMentionIsWrittenOut() throws IOException {
    var mention = new WireWriter().varint(1, 6).varint(2, 1).bytes(3, ACI);
    item(1, new WireWriter().message(2, text("Hello \uFFFC, well").message(2, mention)));
    assertTrue(
        export(ExportFormat.TEXT, "chats/0001-ola-b-co.txt").contains("Hello @Ola <b> & Co, well"));
  }

  @Test
  void anAttachmentBecomesAFileNamedByItsTypeAndNotByItsSender() throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(PHOTO);
    var pointer = MediaPointer.of(PHOTO.length, hash, new byte[64]);
    var sealed = new ByteArrayOutputStream();
    MediaFile.seal(new ByteArrayInputStream(PHOTO), pointer, sealed);
    signal.addMedia(pointer.name(), new ByteArrayInputStream(sealed.toByteArray()));
    item(2,
        new WireWriter().message(3, new WireWriter().message(1, pointer("../../evil.html", hash))));
    item(2, new WireWriter().message(3,
        new WireWriter().message(1, pointer("gone.jpg", new byte[32]))));
    var summary = write(ExportFormat.JSON);
    assertEquals(new ExportSummary(1, 2, 0, 1, 1, 0), summary);
    var path = "media/" + pointer.name().hex().substring(0, 16) + ".jpg";
    assertArrayEquals(PHOTO, Files.readAllBytes(folder.resolve("out").resolve(path)));
    assertTrue(Files.readString(folder.resolve("out/chats/0001-ola-b-co.jsonl"))
        .contains("\"path\":\"" + path + "\""));
  }

  private static WireWriter pointer(String name, byte[] hash) {
    var locator = new WireWriter().bytes(1, new byte[64])
        .varint(3, PHOTO.length)
        .bytes(9, new byte[64])
        .bytes(10, hash);
    return new WireWriter().text(4, "image/jpeg").text(7, name).message(13, locator);
  }

  @Test
  void aLongChatIsCutIntoPagesThatLeadToEachOther() throws IOException {
    for (int i = 0; i < 2001; i++)
      item(1, new WireWriter().message(2, text("message " + i)));
    var first = export(ExportFormat.HTML, "chats/0001-ola-b-co.html");
    var second = Files.readString(folder.resolve("out/chats/0001-ola-b-co-2.html"));
    assertTrue(first.contains("href=\"0001-ola-b-co-2.html\""));
    assertTrue(second.contains("href=\"0001-ola-b-co.html\"") && second.contains("message 2000"));
    assertTrue(Files.readString(folder.resolve("out/index.html")).contains("2001 messages"));
  }

  @ParameterizedTest
  @EnumSource
  void unknownKindsOfItemsAreNoReasonToFail(ExportFormat format) throws IOException {
    frames.add(new WireWriter().message(4,
        new WireWriter().varint(1, 7).varint(2, 2).varint(3, Long.MAX_VALUE).message(99, text("?")))
        .toBytes());
    frames.add(new WireWriter().message(77, new WireWriter().varint(1, 1)).toBytes());
    assertEquals(1, write(format).messages());
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/mine.txt"), "mine");
    assertThrows(FileAlreadyExistsException.class, () -> write(ExportFormat.TEXT));
    assertEquals("mine", Files.readString(folder.resolve("out/mine.txt")));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() throws IOException {
    item(2, new WireWriter().message(2, text("a\u001b[31mred\u0007")));
    assertFalse(export(ExportFormat.TEXT, "chats/0001-ola-b-co.txt").contains("\u001b"));
  }
}

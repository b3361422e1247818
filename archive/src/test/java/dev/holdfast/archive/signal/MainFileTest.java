package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.ArchiveException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainFileTest {
  static final List<byte[]> FRAMES = SampleFrames.of(1, 120, 0);
  @TempDir
  Path folder;
  Path main = Path.of("");

  @BeforeEach
  void name() {
    main = folder.resolve("main");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9})
  void whatIsWrittenIsReadBackFrameByFrame(int level) throws IOException {
    var written = write(FRAMES, level);
    var back = new ArrayList<byte[]>();
    assertEquals(written, read(back));
    ConformanceTest.assertFrames(FRAMES, back, "level " + level);
    assertEquals(FRAMES.size(), written.frames());
    assertEquals(SealedBytes.stream(FRAMES).length, written.frameBytes());
    assertEquals(Files.size(main), written.fileBytes());
    assertEquals(HexFormat.of().formatHex(Primitives.sha256().digest(Files.readAllBytes(main))),
        written.sha256());
  }

  @Test
  void framesOfEverySizePassTheBuffers() throws IOException {
    var frames = new ArrayList<>(FRAMES.subList(0, 1));
    var random = new Random(2);
    for (int size : new int[]{0, 1, 127, 128, 16_383, 16_384, MainFile.CHUNK - 3, MainFile.CHUNK,
        MainFile.CHUNK + 1,
        3 << 20, 0, 5}) {
      var frame = new byte[size];
      random.nextBytes(frame);
      frames.add(frame);
    }
    write(frames, 1);
    var back = new ArrayList<byte[]>();
    read(back);
    ConformanceTest.assertFrames(frames, back, "sizes");
  }

  @Test
  void whatIsPackedInManyBlocksIsOneOrdinaryGzipMember() throws Exception {
    var frames = SampleFrames.of(5, 12_000, 0);
    write(frames, 3);
    var sealed = Files.readAllBytes(main);
    assertTrue(sealed.length > 4 * MainFile.CHUNK, "too small to tell");
    try (var key = Keys.local()) {
      var cipher = key.cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, 16));
      var plain = cipher.doFinal(sealed, 16, sealed.length - 48);
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(plain))) {
        assertArrayEquals(SealedBytes.stream(frames), gzip.readAllBytes());
      }
    }
  }

  @Test
  void theSizeOnDiskFollowsThePaddingRule() throws IOException {
    write(FRAMES.subList(0, 1), 6);
    assertEquals(16 + 544 + 32, Files.size(main));
  }

  @Test
  void anotherKeyAndAForgeryReadTheSame() throws IOException {
    write(FRAMES, 6);
    String wrongKey;
    try (var other = Keys.other()) {
      wrongKey = assertThrows(ArchiveException.class,
          () -> new MainFile(main).read(other, frame -> {})).toString();
    }
    flip(Files.size(main) / 2);
    assertEquals(wrongKey, damaged().toString());
    assertFalse(wrongKey.contains(folder.toString()));
  }

  @Test
  void nothingIsHandedOutBeforeTheCheckValueIsRight() throws IOException {
    write(FRAMES, 6);
    flip(Files.size(main) - 40);
    var seen = new ArrayList<byte[]>();
    assertThrows(ArchiveException.class, () -> read(seen));
    assertEquals(List.of(), seen);
  }

  @Test
  void aFlippedBitAnywhereIsFound() throws IOException {
    write(FRAMES.subList(0, 3), 6);
    for (long at = 0; at < Files.size(main); at++) {
      flip(at);
      damaged();
      flip(at);
    }
    read(new ArrayList<>());
  }

  @Test
  void aFileThatChangesBetweenThePassesIsFound() throws IOException {
    write(FRAMES, 0);
    var first = new boolean[]{true};
    try (var key = Keys.local()) {
      assertThrows(ArchiveException.class, () -> new MainFile(main).read(key, frame -> {
        if (first[0]) flip(Files.size(main) - 1);
        first[0] = false;
      }));
    }
  }

  @Test
  void aCutFileIsFoundAtEveryLength() throws IOException {
    write(FRAMES.subList(0, 2), 6);
    var whole = Files.readAllBytes(main);
    for (int length = 0; length < whole.length; length++) {
      Files.write(main, Arrays.copyOf(whole, length));
      damaged();
    }
  }

  @Test
  void aMissingFileIsNoDamage() {
    var absent = assertThrows(ArchiveException.class, () -> read(new ArrayList<>()));
    assertEquals(ArchiveException.Kind.ABSENT, absent.kind());
  }

  @Test
  void anyNumberOfZerosMayFollowButNothingElse() throws IOException {
    var gzip = SealedBytes.gzip(SealedBytes.stream(FRAMES));
    for (int zeros : new int[]{0, 1, 600_000}) {
      SealedBytes.write(main, Arrays.copyOf(gzip, gzip.length + zeros));
      read(new ArrayList<>());
    }
    var tail = Arrays.copyOf(gzip, gzip.length + 600_000);
    tail[tail.length - 1] = 1;
    SealedBytes.write(main, tail);
    damaged();
    SealedBytes.write(main, Primitives.join(gzip, gzip));
    damaged();
  }

  @Test
  void aChecksumOrSizeInsideThatDiffersIsFound() throws IOException {
    var gzip = SealedBytes.gzip(SealedBytes.stream(FRAMES));
    for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
      var wrong = gzip.clone();
      wrong[wrong.length - fromEnd] ^= 1;
      SealedBytes.write(main, wrong);
      damaged();
    }
  }

  @Test
  void everyPartOfACompressionHeaderIsUnderstood() throws IOException {
    var gzip = SealedBytes.gzip(SealedBytes.stream(FRAMES));
    var head = new ByteArrayOutputStream();
    head.writeBytes(new byte[]{0x1F, (byte) 0x8B, 8, 4 | 8 | 16 | 2 | 1, 9, 9, 9, 9, 0, 3});
    head.writeBytes(new byte[]{3, 0, 'x', 'y', 'z', 'n', 'a', 'm', 'e', 0, 'c', 0, 7, 7});
    head.write(gzip, 10, gzip.length - 10);
    SealedBytes.write(main, head.toByteArray());
    var back = new ArrayList<byte[]>();
    read(back);
    ConformanceTest.assertFrames(FRAMES, back, "header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "1f8b", "1f8b0700000000000000", "1f8b08e0000000000000",
      "1f8b08000000000000ff",
      "1f8b08000000000000ff07", "1f8b0804000000000000ffff"})
  void whatIsNotCompressedAsABackupIsRefused(String hex) throws IOException {
    SealedBytes.write(main, HexFormat.of().parseHex(hex));
    damaged();
  }

  @Test
  void absurdLengthsCostNothing() throws IOException {
    var info = SealedBytes.stream(FRAMES.subList(0, 1));
    for (var hex : new String[]{"ffffff7f", "ffffffff0f", "ffffffffff01", "80808080808001",
        "8180802001"}) {
      SealedBytes.write(main,
          SealedBytes.gzip(Primitives.join(info, HexFormat.of().parseHex(hex))));
      damaged();
    }
    SealedBytes.write(main, SealedBytes.gzip(Primitives.join(info, new byte[]{5, 1})));
    damaged();
    SealedBytes.write(main, SealedBytes.gzip(new byte[0]));
    damaged();
  }

  @Test
  void aNewerFormatIsSaidToBeNewer() throws IOException {
    write(List.of(new WireWriter().varint(1, 2).toBytes()), 6);
    var newer = assertThrows(ArchiveException.class, () -> read(new ArrayList<>()));
    assertEquals(ArchiveException.Kind.UNSUPPORTED, newer.kind());
    assertTrue(newer.hint().contains("update"));
  }

  @Test
  void aBombIsStoppedInFlatMemory() throws IOException {
    SealedBytes.write(main, bomb(400));
    var count = new long[1];
    try (var key = Keys.local()) {
      assertThrows(ArchiveException.class,
          () -> new MainFile(main).read(key, frame -> count[0] += frame.length));
    }
    assertTrue(count[0] < 300L << 20, "handed out " + count[0]);
  }

  /// One good frame, then `mebibytes` frames of a mebibyte of zeros each.
  private static byte[] bomb(int mebibytes) {
    var deflater = new Deflater(9, true);
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[]{0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3});
    var crc = new CRC32();
    var frame = SealedBytes.stream(List.of(new byte[1 << 20]));
    var buffer = new byte[1 << 16];
    long total = 0;
    for (int i = 0; i <= mebibytes; i++) {
      var part = i == 0 ? SealedBytes.stream(FRAMES.subList(0, 1)) : frame;
      crc.update(part);
      total += part.length;
      deflater.setInput(part);
      while (!deflater.needsInput())
        out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.finish();
    while (!deflater.finished())
      out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    out.writeBytes(ByteBuffer.allocate(8)
        .putInt(Integer.reverseBytes((int) crc.getValue()))
        .putInt(Integer.reverseBytes((int) total))
        .array());
    return out.toByteArray();
  }

  @Test
  void theCloudPrefixIsCarriedAndItsShapeChecked() throws IOException {
    var pair = new WireWriter().bytes(1, new byte[48]).bytes(2, new byte[32]);
    var metadata = new WireWriter().message(1, pair).bytes(2, new byte[12]).toBytes();
    var prefix = prefix(Varint.of(metadata.length), metadata);
    writeCloud(prefix);
    var back = new ArrayList<byte[]>();
    read(back);
    ConformanceTest.assertFrames(FRAMES, back, "cloud");
    assertArrayEquals(prefix, new MainFile(main).prefix());
    var whole = Files.readAllBytes(main);
    for (int length = 0; length < prefix.length + 100; length++) {
      Files.write(main, Arrays.copyOf(whole, length));
      damaged();
    }
    Files.write(main, Arrays.copyOfRange(whole, 1, whole.length));
    damaged();
  }

  @Test
  void anAbsurdCloudPrefixIsRefused() throws IOException {
    for (var hex : new String[]{"00", "ffffffff0f", "ffffffffff01", "ffff7f", "0aff", "020801"}) {
      var length = HexFormat.of().parseHex(hex);
      writeCloud(prefix(length, new byte[0]));
      damaged();
    }
  }

  private static byte[] prefix(byte[] length, byte[] metadata) {
    return Primitives.join(Primitives.join("SBACKUP\1".getBytes(US_ASCII), length), metadata);
  }

  private void writeCloud(byte[] prefix) throws IOException {
    Files.deleteIfExists(main);
    try (var key = Keys.local(); var writer = MainWriter.cloud(main, prefix, key, 6)) {
      for (var frame : FRAMES)
        writer.write(frame);
      writer.finish();
    }
  }

  @Test
  void anUnfinishedFileLeavesNothing() throws IOException {
    try (var key = Keys.local(); var writer = MainWriter.local(main, key, 1)) {
      writer.write(FRAMES.getFirst());
    }
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
    write(FRAMES, 1);
    assertThrows(IOException.class, () -> write(FRAMES, 1));
  }

  @Test
  void theMediaRootKeyIsReplacedAndNothingElse() {
    var key = FrameFactsTest.filled(32, 9);
    var info = FRAMES.getFirst();
    var edited = BackupInfo.withMediaRootKey(info, key);
    assertEquals(HexFormat.of().formatHex(info).length(),
        HexFormat.of().formatHex(edited).length());
    assertEquals(BackupInfo.of(info), BackupInfo.of(edited));
    var old = new byte[32];
    System.arraycopy(info, indexOf(info), old, 0, 32);
    assertEquals(HexFormat.of().formatHex(info),
        HexFormat.of()
            .formatHex(edited)
            .replace(HexFormat.of().formatHex(key), HexFormat.of().formatHex(old)));
    var twice = new WireWriter().bytes(3, old).varint(1, 1).bytes(3, old).toBytes();
    assertFalse(HexFormat.of()
        .formatHex(BackupInfo.withMediaRootKey(twice, key))
        .contains(HexFormat.of().formatHex(old)));
    var none = BackupInfo.withMediaRootKey(new WireWriter().varint(1, 1).toBytes(), key);
    assertEquals(HexFormat.of().formatHex(new WireWriter().varint(1, 1).bytes(3, key).toBytes()),
        HexFormat.of().formatHex(none));
  }

  private static int indexOf(byte[] info) {
    var fields = new WireReader(info);
    while (fields.next())
      if (fields.number() == 3) return fields.start();
    throw new AssertionError("no media root key");
  }

  private MainFile.Contents write(List<byte[]> frames, int level) throws IOException {
    try (var key = Keys.local(); var writer = MainWriter.local(main, key, level)) {
      for (var frame : frames)
        writer.write(frame);
      return writer.finish();
    }
  }

  private MainFile.Contents read(List<byte[]> target) throws IOException {
    try (var key = Keys.local()) {
      return new MainFile(main).read(key, target::add);
    }
  }

  private ArchiveException damaged() {
    var wrong = assertThrows(ArchiveException.class, () -> read(new ArrayList<>()));
    assertEquals(ArchiveException.Kind.DAMAGED, wrong.kind());
    return wrong;
  }

  private void flip(long at) throws IOException {
    try (var file = Files.newByteChannel(main, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var one = ByteBuffer.allocate(1);
      file.position(at).read(one);
      one.put(0, (byte) (one.get(0) ^ 4));
      file.position(at).write(one.flip());
    }
  }
}

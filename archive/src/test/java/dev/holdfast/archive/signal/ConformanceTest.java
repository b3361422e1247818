package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signal's own test cases go in and come out frame-identical.
class ConformanceTest {
  @TempDir
  Path folder;

  @Test
  void everyStreamComesBackFrameByFrame() throws IOException {
    for (var stream : SharedData.streams()) {
      var frames = SharedData.frames(stream);
      var target = folder.resolve(stream.getFileName() + ".main");
      MainFile.Contents written;
      try (var key = Keys.local(); var writer = MainWriter.local(target, key, 6)) {
        for (var frame : frames)
          writer.write(frame);
        written = writer.finish();
      }
      var back = new ArrayList<byte[]>();
      try (var key = Keys.local()) {
        assertEquals(written, new MainFile(target).read(key, back::add), stream.toString());
      }
      assertFrames(frames, back, stream.toString());
    }
  }

  @Test
  void signalsEncryptedFilesOpenInBothLayouts() throws IOException {
    var encrypted = SharedData.signal().resolve("encrypted");
    try (var local = Keys.local(); var cloud = Keys.cloud()) {
      assertEquals(List.of(43, 58, 6, 6),
          lengths(encrypted.resolve("legacy-account.binproto.encrypted"), local));
      assertEquals(List.of(43, 58, 6, 6),
          lengths(encrypted.resolve("new-account.binproto.encrypted"), cloud));
    }
  }

  @Test
  void aCloudFileIsWrittenWithThePrefixItCameWith() throws IOException {
    var original = new MainFile(
        SharedData.signal().resolve("encrypted/new-account.binproto.encrypted"));
    var copy = folder.resolve("main");
    var frames = new ArrayList<byte[]>();
    try (var key = Keys.cloud()) {
      original.read(key, frames::add);
      try (var writer = MainWriter.cloud(copy, original.prefix(), key, 9)) {
        for (var frame : frames)
          writer.write(frame);
        writer.finish();
      }
      var back = new ArrayList<byte[]>();
      new MainFile(copy).read(key, back::add);
      assertFrames(frames, back, "cloud copy");
    }
    assertEquals(109, original.prefix().length);
    assertArrayEquals(original.prefix(), new MainFile(copy).prefix());
    assertEquals(701, Files.size(copy));
  }

  private static List<Integer> lengths(Path file, MessageBackupKey key) throws IOException {
    var lengths = new ArrayList<Integer>();
    new MainFile(file).read(key, frame -> lengths.add(frame.length));
    return lengths;
  }

  static void assertFrames(List<byte[]> expected, List<byte[]> actual, String what) {
    assertEquals(expected.size(), actual.size(), what);
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), what + ", frame " + i);
    }
    assertTrue(!expected.isEmpty(), what);
  }
}

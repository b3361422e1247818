package dev.holdfast.archive.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.archive.sample.TestVault;
import dev.holdfast.archive.split.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpaqueRoundTripTest {
  @TempDir
  Path folder;
  private Path source;
  private TestVault vault;

  @BeforeEach
  void makeATree() throws IOException {
    vault = new TestVault(folder);
    source = Files.createDirectories(folder.resolve("source"));
    Files.createDirectories(source.resolve("empty/inside"));
    var random = new Random(5);
    for (int i = 0; i < 40; i++)
      write("many/file " + i + ".txt", random, random.nextInt(5000));
    write("big.bin", random, 9_000_000);
    write("\u00fcber/\u6587\u4ef6 \u2764.dat", random, 12);
    Files.write(source.resolve("nothing"), new byte[0]);
    Files.write(source.resolve("zeros"), new byte[20_000_000]);
    Files.createSymbolicLink(source.resolve("link"), Path.of("../outside/of it"));
    Files.setPosixFilePermissions(source.resolve("big.bin"),
        PosixFilePermissions.fromString("r-x--x--x"));
    Files.setPosixFilePermissions(source.resolve("empty"),
        PosixFilePermissions.fromString("r-xr-x---"));
    Files.setLastModifiedTime(source.resolve("many"),
        FileTime.from(Instant.parse("1969-07-20T20:17:40.123456Z")));
  }

  @AfterEach
  void closeTheVault() {
    vault.close();
  }

  private void write(String name, Random random, int size) throws IOException {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    var path = source.resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
  }

  /// Every entry with type, mode, time and content's hash.
  private static List<String> describe(Path root) throws IOException {
    var lines = new ArrayList<String>();
    try (var all = Files.walk(root)) {
      for (var path : all.sorted().toList()) {
        var attributes = Files.readAttributes(path,
            java.nio.file.attribute.PosixFileAttributes.class,
            LinkOption.NOFOLLOW_LINKS);
        var line = root.relativize(path) + " "
            + PosixFilePermissions.toString(attributes.permissions());
        if (attributes.isSymbolicLink()) lines.add(line + " -> " + Files.readSymbolicLink(path));
        else if (attributes.isDirectory()) lines.add(line + " " + attributes.lastModifiedTime());
        else
          lines.add(line + " " + attributes.lastModifiedTime() + " "
              + dev.holdfast.kernel.Sha256.over(Files.readAllBytes(path)));
      }
    }
    return lines;
  }

  @Test
  void aTreeComesBackWithItsMetadata() throws IOException {
    var expected = describe(source);
    var summary = vault.backup(new Source.Opaque(source));
    assertEquals(List.of(), summary.skipped());
    assertEquals(44, summary.media());
    var restored = vault.restoreOpaque("latest", folder.resolve("out"));
    assertEquals(folder.resolve("out/source"), restored.written());
    assertEquals(expected, describe(restored.written()));
    assertEquals(List.of(), restored.unset());
  }

  @Test
  void aSmallChangeCostsLittleAndEverySnapshotComesBack() throws IOException {
    var states = new ArrayList<List<String>>();
    var ids = new ArrayList<String>();
    for (int day = 0; day < 5; day++) {
      states.add(describe(source));
      var summary = vault.backup(new Source.Opaque(source));
      ids.add(summary.snapshot().hex());
      if (day > 0)
        assertTrue(summary.bytesAdded() < 50_000, "a small change cost " + summary.bytesAdded());
      Files.write(source.resolve("many/new " + day), new byte[]{1, 2, 3});
      Files.delete(source.resolve("many/file " + day + ".txt"));
      if (day == 2) Files.delete(source.resolve("many/file 30.txt"));
      if (day == 2) Files.createDirectory(source.resolve("many/file 30.txt"));
    }
    for (int day = 0; day < 5; day++) {
      var restored = vault.restoreOpaque(ids.get(day), folder.resolve("out" + day));
      assertEquals(states.get(day), describe(restored.written()));
    }
  }

  @Test
  void anUnchangedTreeIsNotReadAgain() throws IOException {
    vault.backup(new Source.Opaque(source));
    var summary = vault.backup(new Source.Opaque(source));
    assertEquals(0, summary.newMedia());
    assertTrue(summary.bytesAdded() < 5000, "nothing new cost " + summary.bytesAdded());
  }

  @Test
  void aByteInsertedInFrontOfALargeFileStoresLittle() throws IOException {
    vault.backup(new Source.Opaque(source));
    var old = Files.readAllBytes(source.resolve("big.bin"));
    var longer = new byte[old.length + 1];
    System.arraycopy(old, 0, longer, 1, old.length);
    Files.setPosixFilePermissions(source.resolve("big.bin"),
        PosixFilePermissions.fromString("rw-------"));
    Files.write(source.resolve("big.bin"), longer);
    var summary = vault.backup(new Source.Opaque(source));
    assertTrue(summary.bytesAdded() < 4_500_000, "one byte cost " + summary.bytesAdded());
    var restored = vault.restoreOpaque("latest", folder.resolve("out"));
    assertEquals(-1,
        Files.mismatch(source.resolve("big.bin"), restored.written().resolve("big.bin")));
  }

  @Test
  void aSingleFileIsASource() throws IOException {
    vault.backup(new Source.Opaque(source.resolve("big.bin")));
    var restored = vault.restoreOpaque("latest", folder.resolve("out"));
    assertEquals(-1, Files.mismatch(source.resolve("big.bin"), restored.written()));
  }

  @Test
  void aLongRowOfSnapshotsGoesThroughANewBase() throws IOException {
    var small = Files.createDirectories(folder.resolve("small"));
    var ids = new ArrayList<String>();
    for (int day = 0; day < 34; day++) {
      Files.writeString(small.resolve("diary " + day), "day " + day);
      ids.add(vault.backup(new Source.Opaque(small)).snapshot().hex());
    }
    assertEquals(2, vault.chain().lines().stream().filter(line -> line.base()).count());
    for (int day : new int[]{0, 29, 30, 31, 33}) {
      var restored = vault.restoreOpaque(ids.get(day), folder.resolve("out" + day));
      try (var files = Files.list(restored.written())) {
        assertEquals(day + 1, files.count());
      }
    }
  }
}

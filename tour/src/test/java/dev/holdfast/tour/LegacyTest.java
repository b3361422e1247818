package dev.holdfast.tour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.archive.signal.LegacyPassphrase;
import dev.holdfast.archive.signal.LegacyWriter;
import dev.holdfast.archive.signal.WireWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signal's old single-file backup: checked to the last byte, stored as it is.
class LegacyTest {
  private static final String DIGITS = "123456789012345678901234567890";

  @TempDir
  Path folder;

  @Test
  void aLegacyFileIsCheckedAndComesBackByteForByte() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      var file = legacyFile(town);
      var taken = backup(town, file, DIGITS).with(0).json();
      assertEquals("opaque", taken.get("mode").asText());
      town.restores(town.machine("fresh"), town.code, "back").with(0);
      assertArrayEquals(Files.readAllBytes(file),
          Files.readAllBytes(town.at("back").resolve(file.getFileName())));
    }
  }

  @Test
  void aFileThatIsDamagedOrOpensWithOtherDigitsIsNotStored() throws Exception {
    try (var town = Town.withVault(folder, "1s")) {
      var file = legacyFile(town);
      backup(town, file, "0" + DIGITS.substring(1)).with(6);
      backup(town, file, "12345").with(8);
      var bytes = Files.readAllBytes(file);
      bytes[bytes.length - 5000] ^= 1;
      Files.write(file, bytes);
      backup(town, file, DIGITS).with(6);
      assertEquals(0, town.laptop.types("snapshots", "--json").with(0).json().size());
    }
  }

  private static Machine.Came backup(Town town, Path file, String digits) throws IOException {
    var passphrase = Files.writeString(town.at("digits"), digits + "\n");
    return town.laptop.types("backup", file, "--passphrase-file", passphrase, "--json");
  }

  private static Path legacyFile(Town town) throws IOException, GeneralSecurityException {
    var picture = new byte[40_000];
    new Random(3).nextBytes(picture);
    try (var passphrase = LegacyPassphrase.parse(DIGITS)) {
      var attachment = new WireWriter().varint(1, 1).varint(2, 1).varint(3, picture.length);
      var bytes = new LegacyWriter(passphrase, 1, 9)
          .frame(new WireWriter().message(2, new WireWriter().text(1, "CREATE TABLE a (b)")))
          .frame(new WireWriter().message(4, attachment))
          .blob(picture)
          .end();
      return Files.write(town.at("signal-2026-11-24-10-00-00.backup"), bytes);
    }
  }
}

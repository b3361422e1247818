package dev.holdfast.archive.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.archive.ArchiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyBackupTest {
  static final String DIGITS = "012345678901234567890123456789";
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void everyFrameAndBlobIsChecked(int version) throws Exception {
    var checked = verify(sample(version), DIGITS.replaceAll("(.{5})", "$1 "));
    assertEquals(new LegacyBackup.Checked(7, 3), checked);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aFlippedBitAnywhereBehindTheHeaderIsFound(int version) throws Exception {
    var sample = sample(version);
    var random = new Random(11);
    for (int i = 0; i < 12; i++) {
      var damaged = sample.clone();
      damaged[70 + random.nextInt(sample.length - 70)] ^= (byte) (1 << random.nextInt(8));
      assertDamaged(damaged, DIGITS);
    }
  }

  @Test
  void aCutFileATailAndAWrongPassphraseAreFound() throws Exception {
    var sample = sample(1);
    for (int length : new int[]{0, 3, 20, sample.length / 2, sample.length - 1}) {
      assertDamaged(Arrays.copyOf(sample, length), DIGITS);
    }
    assertDamaged(Arrays.copyOf(sample, sample.length + 1), DIGITS);
    assertDamaged(sample, DIGITS.replace('0', '9'));
  }

  @Test
  void aPassphraseOfAnotherShapeIsRefused() {
    for (var typed : new String[]{"", DIGITS + "1", DIGITS.substring(1),
        DIGITS.replace('0', 'o')}) {
      assertThrows(IllegalArgumentException.class, () -> LegacyPassphrase.parse(typed));
    }
  }

  private void assertDamaged(byte[] file, String digits) {
    var wrong = assertThrows(ArchiveException.class, () -> verify(file, digits));
    assertEquals(ArchiveException.Kind.DAMAGED, wrong.kind());
  }

  private LegacyBackup.Checked verify(byte[] bytes, String digits) throws IOException {
    var file = Files.write(folder.resolve("signal.backup"), bytes);
    try (var passphrase = LegacyPassphrase.parse(digits)) {
      return new LegacyBackup(file).verify(passphrase);
    }
  }

  private static byte[] sample(int version) throws GeneralSecurityException {
    var random = new Random(5);
    var photo = new byte[70_001];
    random.nextBytes(photo);
    try (var passphrase = LegacyPassphrase.parse(DIGITS)) {
      return new LegacyWriter(passphrase, version, 9)
          .frame(new WireWriter().message(5, new WireWriter().varint(1, 99)))
          .frame(new WireWriter().message(2, new WireWriter().text(1, "create table t (a)")))
          .frame(new WireWriter().message(4,
              new WireWriter().varint(1, 1).varint(2, 2).varint(3, photo.length)))
          .blob(photo)
          .frame(new WireWriter().message(7, new WireWriter().text(1, "a").varint(2, 3)))
          .blob(new byte[3])
          .frame(new WireWriter().message(8, new WireWriter().varint(1, 1).varint(2, 0)))
          .blob(new byte[0])
          .frame(new WireWriter().bytes(9, new byte[300]))
          .end();
    }
  }
}

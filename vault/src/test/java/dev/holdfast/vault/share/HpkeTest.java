package dev.holdfast.vault.share;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HpkeTest {
  static final byte[] INFO = "holdfast/test".getBytes(StandardCharsets.US_ASCII);

  static SecretBytes seed(int number) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    return new SecretBytes(seed);
  }

  @Test
  void whatIsSealedOpensWithTheKeyAndTheInfoAlone() {
    var sealed = Hpke.seal(Hpke.publicKey(seed(1)), INFO, new byte[]{1, 2, 3});
    assertEquals(1120 + 3 + 16, sealed.length);
    var opened = Hpke.open(seed(1), INFO, sealed).orElseThrow();
    assertArrayEquals(new byte[]{1, 2, 3}, opened.lend(byte[]::clone));
    assertTrue(Hpke.open(seed(2), INFO, sealed).isEmpty());
    assertTrue(Hpke.open(seed(1), new byte[0], sealed).isEmpty());
  }

  @Test
  void noByteCanBeChangedAndNoneCutOff() {
    var sealed = Hpke.seal(Hpke.publicKey(seed(1)), INFO, new byte[32]);
    var random = new Random(3);
    for (int i = 0; i < 40; i++) {
      var changed = sealed.clone();
      changed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
      assertTrue(Hpke.open(seed(1), INFO, changed).isEmpty());
      var cut = Arrays.copyOf(sealed, random.nextInt(sealed.length));
      assertTrue(Hpke.open(seed(1), INFO, cut).isEmpty());
    }
  }

  @Test
  void sealedTwiceItLooksDifferent() {
    var one = Hpke.seal(Hpke.publicKey(seed(1)), INFO, new byte[32]);
    var two = Hpke.seal(Hpke.publicKey(seed(1)), INFO, new byte[32]);
    assertFalse(Arrays.equals(one, two));
    assertNotEquals(Hpke.publicKey(seed(1)), Hpke.publicKey(seed(2)));
  }
}

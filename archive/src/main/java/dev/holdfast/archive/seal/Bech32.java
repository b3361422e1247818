package dev.holdfast.archive.seal;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Bech32 (BIP 173) without its limit of 90 characters, as age uses it.
final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
      0x2a1462b3};
  private static final int CHECK_LETTERS = 6;

  private Bech32() {}

  static String encode(String prefix, byte[] bytes) {
    var text = new StringBuilder(prefix).append('1');
    int check = expand(prefix);
    for (byte five : regroup(bytes, 8, 5, true)) {
      check = step(check, five);
      text.append(ALPHABET.charAt(five));
    }
    for (int i = 0; i < CHECK_LETTERS; i++)
      check = step(check, 0);
    check ^= 1;
    for (int i = 0; i < CHECK_LETTERS; i++)
      text.append(ALPHABET.charAt(check >>> 5 * (CHECK_LETTERS - 1 - i) & 31));
    return text.toString();
  }

  /// @throws IllegalArgumentException for another prefix, mixed case, a wrong letter or check
  static byte[] decode(String prefix, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
    if (!oneCase || !lower.startsWith(prefix + "1")
        || lower.length() < prefix.length() + 1 + CHECK_LETTERS)
      throw refused(prefix);
    var letters = lower.substring(prefix.length() + 1);
    var fives = new byte[letters.length() - CHECK_LETTERS];
    int check = expand(prefix);
    for (int i = 0; i < letters.length(); i++) {
      int five = ALPHABET.indexOf(letters.charAt(i));
      if (five < 0) throw refused(prefix);
      check = step(check, five);
      if (i < fives.length) fives[i] = (byte) five;
    }
    if (check != 1) throw refused(prefix);
    return regroup(fives, 5, 8, false);
  }

  private static int expand(String prefix) {
    int check = 1;
    for (int i = 0; i < prefix.length(); i++)
      check = step(check, prefix.charAt(i) >>> 5);
    check = step(check, 0);
    for (int i = 0; i < prefix.length(); i++)
      check = step(check, prefix.charAt(i) & 31);
    return check;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++)
      if ((top >>> i & 1) == 1) next ^= GENERATOR[i];
    return next;
  }

  private static byte[] regroup(byte[] in, int from, int to, boolean pad) {
    var out = new ByteArrayOutputStream(in.length * from / to + 1);
    int bits = 0;
    int waiting = 0;
    for (byte value : in) {
      waiting = waiting << from & 0xfff | value & 0xff;
      for (bits += from; bits >= to;) {
        bits -= to;
        out.write(waiting >>> bits & (1 << to) - 1);
      }
    }
    int rest = waiting << to - bits & (1 << to) - 1;
    if (pad && bits > 0) out.write(rest);
    else if (!pad && (bits >= from || rest != 0))
      throw new IllegalArgumentException("the text ends in an impossible way");
    return out.toByteArray();
  }

  private static IllegalArgumentException refused(String prefix) {
    return new IllegalArgumentException("not a text that begins with " + prefix + "1");
  }
}

package dev.holdfast.kernel.code;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// How a secret of 32 bytes is printed and typed (docs/format.md, section 4): an epoch byte, the
/// secret and a check, in Crockford's base32.
final class PrintedSecret {
  static final int SECRET_BYTES = 32;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHECK_BYTES = 4;
  private static final int PAYLOAD_BYTES = 1 + SECRET_BYTES + CHECK_BYTES;
  private static final int LETTERS = 60;
  private static final int GROUP = 5;

  private final String prefix;
  private final String readPrefix;
  private final byte[] checkDomain;

  /// @param prefix stands before the groups
  /// @param checkDomain ASCII; keeps one kind of code from being taken for another
  PrintedSecret(String prefix, String checkDomain) {
    this.prefix = prefix;
    readPrefix = prefix.replace('O', '0').replace('I', '1').replace('L', '1');
    this.checkDomain = checkDomain.getBytes(StandardCharsets.US_ASCII);
  }

  /// What was read: the epoch byte, 0 to 255, and the secret.
  record Read(int epochByte, SecretBytes secret) {}

  Optional<Read> read(CharSequence typed) {
    var letters = letters(typed);
    if (letters.length != LETTERS) return Optional.empty();
    var payload = decode(letters);
    Arrays.fill(letters, (byte) 0);
    try {
      if (payload == null) return Optional.empty();
      var check = Arrays.copyOfRange(payload, PAYLOAD_BYTES - CHECK_BYTES, PAYLOAD_BYTES);
      if (!MessageDigest.isEqual(check, check(payload))) return Optional.empty();
      return Optional.of(new Read(payload[0] & 0xff,
          new SecretBytes(Arrays.copyOfRange(payload, 1, 1 + SECRET_BYTES))));
    } finally {
      if (payload != null) Arrays.fill(payload, (byte) 0);
    }
  }

  char[] print(int epochByte, SecretBytes secret) {
    var payload = new byte[PAYLOAD_BYTES];
    payload[0] = (byte) epochByte;
    secret.lendTo(raw -> System.arraycopy(raw, 0, payload, 1, SECRET_BYTES));
    System.arraycopy(check(payload), 0, payload, 1 + SECRET_BYTES, CHECK_BYTES);
    var text = encode(payload);
    Arrays.fill(payload, (byte) 0);
    return text;
  }

  private byte[] check(byte[] payload) {
    var covered = Arrays.copyOf(payload, 1 + SECRET_BYTES);
    var check = Arrays.copyOf(Sha256.over(checkDomain, covered).raw(), CHECK_BYTES);
    Arrays.fill(covered, (byte) 0);
    return check;
  }

  private char[] encode(byte[] payload) {
    var text = new char[prefix.length() + LETTERS + LETTERS / GROUP];
    prefix.getChars(0, prefix.length(), text, 0);
    int at = prefix.length();
    for (int letter = 0; letter < LETTERS; letter++) {
      if (letter % GROUP == 0) text[at++] = '-';
      text[at++] = ALPHABET.charAt(fiveBits(payload, letter * 5));
    }
    return text;
  }

  private static int fiveBits(byte[] payload, int bit) {
    int value = 0;
    for (int i = bit; i < bit + 5; i++) {
      int set = i / 8 < payload.length ? payload[i / 8] >> (7 - i % 8) & 1 : 0;
      value = value << 1 | set;
    }
    return value;
  }

  /// Null if a bit is set behind the payload's end.
  private static byte @org.jspecify.annotations.Nullable [] decode(byte[] letters) {
    var payload = new byte[PAYLOAD_BYTES];
    for (int bit = 0; bit < LETTERS * 5; bit++) {
      int set = letters[bit / 5] >> (4 - bit % 5) & 1;
      if (bit / 8 < PAYLOAD_BYTES) payload[bit / 8] |= (byte) (set << (7 - bit % 8));
      else if (set != 0) return null;
    }
    return payload;
  }

  /// The value of each letter; empty if there is a letter outside the alphabet.
  private byte[] letters(CharSequence typed) {
    int start = prefixLength(typed);
    var values = new byte[LETTERS];
    int count = 0;
    for (int i = start; i < typed.length(); i++) {
      char c = Character.toUpperCase(typed.charAt(i));
      if (ignored(c)) continue;
      int value = ALPHABET.indexOf(plain(c));
      if (value < 0 || count == values.length) return new byte[0];
      values[count++] = (byte) value;
    }
    return Arrays.copyOf(values, count == LETTERS ? LETTERS : 0);
  }

  /// Where the groups begin: behind the prefix if the text has more letters than a code without
  /// one.
  private int prefixLength(CharSequence typed) {
    if (count(typed) <= LETTERS) return 0;
    int matched = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = Character.toUpperCase(typed.charAt(i));
      if (ignored(c)) continue;
      if (matched == readPrefix.length()) return i;
      if (plain(c) != readPrefix.charAt(matched++)) return 0;
    }
    return 0;
  }

  private static int count(CharSequence typed) {
    return (int) typed.chars().filter(c -> !ignored((char) c)).count();
  }

  private static boolean ignored(char c) {
    return c == '-' || c == '\u2013' || Character.isWhitespace(c);
  }

  private static char plain(char c) {
    return c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
  }
}

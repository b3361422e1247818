package dev.holdfast.kernel.code;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// The owner's recovery code: an epoch's 32-byte secret R in the form that is printed and typed
/// (docs/format.md, section 4). Wiped on close.
public final class RecoveryCode implements AutoCloseable {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] CHECK_DOMAIN = "holdfast/recovery-code/v1"
      .getBytes(StandardCharsets.US_ASCII);
  private static final int SECRET_BYTES = 32;
  private static final int CHECK_BYTES = 4;
  private static final int PAYLOAD_BYTES = 1 + SECRET_BYTES + CHECK_BYTES;
  private static final int LETTERS = 60;
  private static final int GROUP = 5;
  private static final String PREFIX = "HF1";

  private final int epochByte;
  private final SecretBytes secret;

  /// @param epoch the epoch the code belongs to; its lowest byte is printed
  /// @param secret 32 bytes; owned by the code from now on
  public RecoveryCode(int epoch, SecretBytes secret) {
    if (secret.length() != SECRET_BYTES)
      throw new IllegalArgumentException("a recovery code holds 32 bytes");
    epochByte = epoch & 0xff;
    this.secret = secret;
  }

  /// Reads what a person typed: spaces, dashes and line breaks do not count, nor does case; O is 0,
  /// I and L are 1; the beginning `HF1` may be missing.
  ///
  /// @return empty if it is no recovery code or has a typing error
  public static Optional<RecoveryCode> parse(CharSequence typed) {
    var letters = letters(typed);
    if (letters.length != LETTERS) return Optional.empty();
    var payload = decode(letters);
    Arrays.fill(letters, (byte) 0);
    try {
      if (payload == null) return Optional.empty();
      var check = Arrays.copyOfRange(payload, PAYLOAD_BYTES - CHECK_BYTES, PAYLOAD_BYTES);
      if (!MessageDigest.isEqual(check, check(payload))) return Optional.empty();
      return Optional.of(new RecoveryCode(payload[0],
          new SecretBytes(Arrays.copyOfRange(payload, 1, 1 + SECRET_BYTES))));
    } finally {
      if (payload != null) Arrays.fill(payload, (byte) 0);
    }
  }

  /// The lowest byte of the epoch, 0 to 255.
  public int epochByte() {
    return epochByte;
  }

  /// The secret R; it lives as long as the code.
  public SecretBytes secret() {
    return secret;
  }

  /// The printed form, `HF1-` and twelve groups of five; the caller wipes it.
  public char[] print() {
    var payload = new byte[PAYLOAD_BYTES];
    payload[0] = (byte) epochByte;
    secret.lendTo(raw -> System.arraycopy(raw, 0, payload, 1, SECRET_BYTES));
    System.arraycopy(check(payload), 0, payload, 1 + SECRET_BYTES, CHECK_BYTES);
    var text = encode(payload);
    Arrays.fill(payload, (byte) 0);
    return text;
  }

  private static byte[] check(byte[] payload) {
    var covered = Arrays.copyOf(payload, 1 + SECRET_BYTES);
    var check = Arrays.copyOf(Sha256.over(CHECK_DOMAIN, covered).raw(), CHECK_BYTES);
    Arrays.fill(covered, (byte) 0);
    return check;
  }

  private static char[] encode(byte[] payload) {
    var text = new char[PREFIX.length() + LETTERS + LETTERS / GROUP];
    PREFIX.getChars(0, PREFIX.length(), text, 0);
    int at = PREFIX.length();
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
  private static byte[] letters(CharSequence typed) {
    var values = new byte[LETTERS + PREFIX.length()];
    int count = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = Character.toUpperCase(typed.charAt(i));
      if (c == '-' || c == '\u2013' || Character.isWhitespace(c)) continue;
      int value = ALPHABET.indexOf(c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
      if (value < 0 || count == values.length) return new byte[0];
      values[count++] = (byte) value;
    }
    if (count == values.length && startsWithPrefix(values))
      return Arrays.copyOfRange(values, PREFIX.length(), count);
    return Arrays.copyOf(values, count == LETTERS ? LETTERS : 0);
  }

  private static boolean startsWithPrefix(byte[] values) {
    for (int i = 0; i < PREFIX.length(); i++)
      if (values[i] != ALPHABET.indexOf(PREFIX.charAt(i))) return false;
    return true;
  }

  @Override
  public String toString() {
    return "RecoveryCode(epoch " + epochByte + ")";
  }

  @Override
  public void close() {
    secret.close();
  }
}

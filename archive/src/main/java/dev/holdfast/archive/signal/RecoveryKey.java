package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;

/// Signal's recovery key (account entropy pool): 64 characters `[0-9a-z]`, which open every backup.
///
/// `lend` gives the 64 characters as lower-case ASCII. Source: docs/format.md, section 10.
public final class RecoveryKey extends Secret {
  private static final int LENGTH = 64;
  private static final int GROUP = 4;
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

  private RecoveryKey(byte[] owned) {
    super(owned);
  }

  /// Reads a typed or pasted key in either of Signal's display forms: upper or lower case, grouped
  /// or not, with `#` for the letter O and `=` for the digit zero. Everything else between is
  /// dropped.
  ///
  /// @throws IllegalArgumentException if that leaves anything but 64 characters; quotes nothing
  public static RecoveryKey parse(CharSequence typed) {
    var characters = new byte[LENGTH];
    int count = 0;
    for (int i = 0; i < typed.length(); i++) {
      int letter = letter(typed.charAt(i));
      if (letter < 0) continue;
      if (count < LENGTH) characters[count] = (byte) letter;
      count++;
    }
    if (count == LENGTH) return new RecoveryKey(characters);
    Arrays.fill(characters, (byte) 0);
    throw new IllegalArgumentException(
        "a recovery key has 64 letters and digits, this has " + count);
  }

  /// A fresh key, every one of the 36^64 equally likely.
  public static RecoveryKey generate(SecureRandom random) {
    var characters = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      characters[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }
    return new RecoveryKey(characters);
  }

  /// Whether a whole pasted value is a recovery key rather than a hash, an id or a sentence.
  ///
  /// True for 64 characters of the alphabet with nothing but white space and `-_.:,` between, unless
  /// they are hexadecimal only, or words of unequal length without a single digit.
  public static boolean looksLikeOne(CharSequence value) {
    return PastedKey.matches(value);
  }

  /// The lower-case character meant by a typed one, or -1 for a separator.
  static int letter(char typed) {
    if (typed == '#') return 'o';
    if (typed == '=') return '0';
    if (typed >= 'A' && typed <= 'Z') return typed - 'A' + 'a';
    boolean plain = (typed >= 'a' && typed <= 'z') || (typed >= '0' && typed <= '9');
    return plain ? typed : -1;
  }

  /// What Signal shows: upper case in groups of four, `#` for O and `=` for zero. The caller
  /// wipes it.
  public char[] displayed() {
    var key = open();
    var shown = new char[LENGTH + LENGTH / GROUP - 1];
    Arrays.fill(shown, ' ');
    for (int i = 0; i < LENGTH; i++) {
      shown[i + i / GROUP] = shown((char) key[i]);
    }
    return shown;
  }

  private static char shown(char letter) {
    return switch (letter) {
      case 'o' -> '#';
      case '0' -> '=';
      default -> (char) (letter >= 'a' ? letter - 'a' + 'A' : letter);
    };
  }

  /// The key that every backup of this account is sealed under.
  public BackupKey backupKey() {
    var info = "20240801_SIGNAL_BACKUP_KEY".getBytes(US_ASCII);
    return new BackupKey(Primitives.hkdf(open(), new byte[0], info, BackupKey.BYTES));
  }
}

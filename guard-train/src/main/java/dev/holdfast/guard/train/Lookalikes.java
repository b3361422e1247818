package dev.holdfast.guard.train;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/// Messages that hold what resembles a recovery key and is none, such as hex digests, links and
/// tokens, drawn from a seed.
final class Lookalikes {
  private static final String HEX = "0123456789abcdef";
  private static final String DIGITS = "0123456789";
  private static final String KEY = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String MIXED = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final SplittableRandom random;

  /// One way of making a message.
  private interface Form {
    String make(Lookalikes from);
  }

  private static final List<Form> FORMS = List.of(
      l -> l.letters(HEX, 64),
      l -> "sha256:" + l.letters(HEX, 64),
      l -> "0x" + l.letters(HEX, 64),
      l -> "private key " + l.letters(HEX, 64),
      l -> l.letters(HEX, 64).toUpperCase(java.util.Locale.ROOT),
      l -> l.grouped(l.letters(HEX, 64), 8, " "),
      l -> l.letters(HEX, 40) + " fix the build",
      l -> l.letters(HEX, 128),
      l -> l.letters(DIGITS, 64),
      l -> l.grouped(l.letters(DIGITS, 64), 4, " "),
      l -> "registry.example/app@sha256:" + l.letters(HEX, 64),
      l -> "SHA256:" + l.base64(32, false).replaceAll("=+$", ""),
      l -> "https://signal.me/#eu/" + l.base64(48, true),
      l -> "signal.me/#eu/" + l.base64(48, true) + " is me",
      l -> "https://signal.group/#" + l.base64(54, true).replaceAll("=+$", ""),
      l -> "https://signal.link/call/#key=" + l.grouped(l.letters("bcdfghkmnpqrstxz", 32), 4, "-"),
      l -> "https://signal.art/addstickers/#pack_id=" + l.letters(HEX, 32) + "&pack_key="
          + l.letters(HEX, 64),
      l -> "https://files.example/" + l.letters(KEY, 64) + "/report.pdf",
      l -> l.base64(48, false),
      l -> l.base64(31, false),
      l -> "ssh-ed25519 " + l.base64(51, false) + " me@host",
      l -> "sk_live_" + l.letters(MIXED, 48),
      l -> "token=" + l.letters(MIXED, 64),
      l -> "eyJ" + l.letters(MIXED, 40) + "." + l.letters(MIXED, 60) + "." + l.letters(MIXED, 43),
      l -> "id " + l.uuid() + " and " + l.uuid(),
      l -> "# " + l.letters(HEX, 8) + "\n## " + l.letters(HEX, 8) + "\nkey=" + l.letters(HEX, 32),
      l -> "tx " + l.letters(HEX, 64) + " confirmed in block " + l.letters(DIGITS, 6),
      l -> "DE" + l.grouped(l.letters(DIGITS, 20), 4, " "),
      l -> l.grouped(l.letters(DIGITS, 16), 4, " ") + " " + l.letters(DIGITS, 3),
      l -> "+49 " + l.letters(DIGITS, 3) + " " + l.letters(DIGITS, 7) + ", code "
          + l.letters(DIGITS, 3) + "-" + l.letters(DIGITS, 3));

  Lookalikes(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The next message; the forms take turns.
  ///
  /// @param number of the message, from 0
  String next(long number) {
    return FORMS.get((int) (number % FORMS.size())).make(this);
  }

  private String letters(String alphabet, int count) {
    var out = new StringBuilder(count);
    for (var i = 0; i < count; i++)
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    return out.toString();
  }

  private String grouped(String letters, int size, String gap) {
    var out = new StringBuilder();
    for (var i = 0; i < letters.length(); i += size)
      out.append(i == 0 ? "" : gap).append(letters, i, Math.min(letters.length(), i + size));
    return out.toString();
  }

  private String base64(int bytes, boolean url) {
    var raw = new byte[bytes];
    random.nextBytes(raw);
    return (url ? Base64.getUrlEncoder() : Base64.getEncoder()).encodeToString(raw);
  }

  private String uuid() {
    return letters(HEX, 8) + "-" + letters(HEX, 4) + "-" + letters(HEX, 4) + "-" + letters(HEX, 4)
        + "-" + letters(HEX, 12);
  }
}

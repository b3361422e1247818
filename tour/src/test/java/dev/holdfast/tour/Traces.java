package dev.holdfast.tour;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Looks for secrets in files, in every form in which a program might have written them down.
final class Traces {
  private static final int HEAD = Long.BYTES;
  private static final int WINDOW = 64 << 20;

  /// By their first eight bytes.
  private final Map<Long, List<Form>> forms = new HashMap<>();
  private final long[] heads = new long[1 << 10];
  private int longest = HEAD;

  @SuppressWarnings("ArrayRecordComponent") // read only, never compared
  private record Form(String what, byte[] bytes) {}

  /// @param what is told when it is found, never the secret itself
  void text(String what, String secret) {
    bytes(what, secret.getBytes(StandardCharsets.UTF_8));
    add(what + " (UTF-16LE)", secret.getBytes(StandardCharsets.UTF_16LE));
    add(what + " (UTF-16BE)", secret.getBytes(StandardCharsets.UTF_16BE));
  }

  /// A printed code: as it stands, without its dashes, in small letters.
  void code(String what, String printed) {
    for (var form : Set.of(printed, printed.replace("-", ""),
        printed.substring(printed.indexOf('-') + 1).replace("-", ""))) {
      text(what, form);
      text(what + " (small letters)", form.toLowerCase(Locale.ROOT));
    }
  }

  void bytes(String what, byte[] secret) {
    add(what, secret);
    add(what + " (hex)", HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    add(what + " (HEX)",
        HexFormat.of().withUpperCase().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    for (int shift = 0; shift < 3; shift++) {
      base64(what, Base64.getEncoder(), secret, shift);
      base64(what, Base64.getUrlEncoder(), secret, shift);
    }
  }

  /// The letters that stand there whatever precedes and follows the secret.
  private void base64(String what, Base64.Encoder encoder, byte[] secret, int shift) {
    int skipped = (3 - shift) % 3;
    int whole = (secret.length - skipped) / 3 * 3;
    if (whole <= 0) return;
    add(what + " (base64)",
        encoder.withoutPadding().encode(Arrays.copyOfRange(secret, skipped, skipped + whole)));
  }

  private void add(String what, byte[] form) {
    if (form.length < HEAD) return;
    long head = ByteBuffer.wrap(form).getLong();
    forms.computeIfAbsent(head, any -> new ArrayList<>()).add(new Form(what, form));
    heads[slot(head)] |= 1L << (head >>> 58 ^ head & 63);
    longest = Math.max(longest, form.length);
  }

  private int slot(long head) {
    return (int) (head * 0x9E3779B97F4A7C15L >>> 54);
  }

  /// What was found below a folder or in a file, one line each.
  Set<String> in(Path place) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(place)) {
      for (var file : files.toList()) {
        search(file.getFileName().toString().getBytes(StandardCharsets.UTF_8), found, "the name "
            + file.getFileName());
        if (Files.isRegularFile(file)) read(file, found);
      }
    }
    return found;
  }

  private void read(Path file, Set<String> found) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var kept = new byte[0];
      for (var piece = in.readNBytes(WINDOW); piece.length > 0; piece = in.readNBytes(WINDOW)) {
        var window = Arrays.copyOf(kept, kept.length + piece.length);
        System.arraycopy(piece, 0, window, kept.length, piece.length);
        search(window, found, file.getFileName().toString());
        kept = Arrays.copyOfRange(window, Math.max(0, window.length - longest), window.length);
      }
    }
  }

  private void search(byte[] content, Set<String> found, String where) {
    long head = 0;
    for (int i = 0; i < content.length; i++) {
      head = head << 8 | content[i] & 0xff;
      if ((heads[slot(head)] >>> (head >>> 58 ^ head & 63) & 1) == 0) continue;
      int at = i - HEAD + 1;
      for (var form : forms.getOrDefault(head, List.of()))
        if (at >= 0 && at + form.bytes.length <= content.length
            && Arrays.equals(form.bytes, 0, form.bytes.length, content, at,
                at + form.bytes.length))
          found.add(form.what + " in " + where);
    }
  }
}

package dev.holdfast.kernel.log;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The head of a log as a note (C2SP tlog-checkpoint, signed-note).
///
/// @param origin the log's name, one line
/// @param size how many entries it has
/// @param root the tree's head
public record Checkpoint(String origin, long size, Sha256 root) {
  private static final byte ED25519 = 0x01;

  /// @throws IllegalArgumentException if the origin is empty, holds a line break or a plus sign
  public Checkpoint {
    if (origin.isEmpty() || origin.contains("\n") || origin.contains("+") || origin.contains(" ")
        || size < 0)
      throw new IllegalArgumentException("not a log's origin");
  }

  /// The three lines that are signed.
  public String body() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.raw()) + "\n";
  }

  /// The signed note: body, empty line, signature line.
  public String sign(SigningKey key) {
    var signature = key.sign(body().getBytes(StandardCharsets.UTF_8));
    var keyed = Arrays.copyOf(keyId(key.verifyKey()), 4 + signature.length);
    System.arraycopy(signature, 0, keyed, 4, signature.length);
    return body() + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(keyed) + "\n";
  }

  /// Reads a note and checks its signature by `key`.
  ///
  /// @throws MalformedException if it is no checkpoint or is not signed by `key`
  public static Checkpoint verify(String note, VerifyKey key) {
    int end = note.indexOf("\n\n");
    if (end < 0) throw refused();
    var lines = note.substring(0, end).split("\n", -1);
    if (lines.length < 3) throw refused();
    try {
      var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]),
          Sha256.of(Base64.getDecoder().decode(lines[2])));
      if (!checkpoint.signedIn(note.substring(end + 2), key)) throw refused();
      return checkpoint;
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private boolean signedIn(String signatures, VerifyKey key) {
    var begin = "\u2014 " + origin + " ";
    return signatures.lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> Base64.getDecoder().decode(line.substring(begin.length())))
        .filter(keyed -> keyed.length == 4 + VerifyKey.SIGNATURE_BYTES
            && Arrays.equals(Arrays.copyOf(keyed, 4), keyId(key)))
        .anyMatch(keyed -> key.accepts(body().getBytes(StandardCharsets.UTF_8),
            Arrays.copyOfRange(keyed, 4, keyed.length)));
  }

  private byte[] keyId(VerifyKey key) {
    var name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Sha256.over(name, new byte[]{ED25519}, key.raw()).raw(), 4);
  }

  private static MalformedException refused() {
    return new MalformedException("expected a checkpoint signed by the known server");
  }
}

package dev.holdfast.client.join;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.epoch.Phrase;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.util.encoders.Base32;
import org.bouncycastle.util.encoders.DecoderException;

/// What an enrolled device shows and a new one reads: where the vault is, who invites, and a secret
/// that both then share for ten minutes (docs/protocol.md, section 8). Wiped on close.
///
/// @param server its address
/// @param inviter the enrolled device
/// @param secret 32 bytes
public record Invitation(String server, VaultId vault, DeviceId inviter, SecretBytes secret)
    implements AutoCloseable {
  private static final String PREFIX = "HFD1-";
  private static final String MAGIC = "i1";
  private static final int CHECK_BYTES = 4;

  static Invitation fresh(String server, VaultId vault, DeviceId inviter, SecureRandom random) {
    return new Invitation(server, vault, inviter, Keys.random(random));
  }

  /// Reads the text; white space within it does not count.
  ///
  /// @throws ClientException USAGE if it is no invitation or has a typing error
  public static Invitation parse(CharSequence typed) {
    var text = typed.toString().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    try {
      if (!text.startsWith(PREFIX)) throw refused();
      var letters = text.substring(PREFIX.length());
      var padded = letters + "=".repeat((8 - letters.length() % 8) % 8);
      var bytes = Base32.decode(padded);
      int end = bytes.length - CHECK_BYTES;
      if (end < 0 || !Arrays.equals(check(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length)))
        throw refused();
      return decode(Arrays.copyOf(bytes, end));
    } catch (IllegalArgumentException | DecoderException e) {
      throw refused();
    }
  }

  private static Invitation decode(byte[] bytes) {
    var in = new CanonicalReader("an invitation", bytes, MAGIC);
    var vault = VaultId.of(in.fixed(VaultId.BYTES));
    var inviter = DeviceId.of(in.fixed(DeviceId.BYTES));
    var secret = new SecretBytes(in.fixed(Keys.BYTES));
    var server = in.text();
    in.end();
    return new Invitation(server, vault, inviter, secret);
  }

  /// One line of text; a secret for ten minutes.
  public String text() {
    var out = new CanonicalWriter(MAGIC).fixed(vault.raw()).fixed(inviter.raw());
    secret.lendTo(out::fixed);
    var bytes = out.text(server).toBytes();
    var checked = Arrays.copyOf(bytes, bytes.length + CHECK_BYTES);
    System.arraycopy(check(bytes, bytes.length), 0, checked, bytes.length, CHECK_BYTES);
    return PREFIX + Base32.toBase32String(checked).replace("=", "");
  }

  private static byte[] check(byte[] bytes, int length) {
    return Arrays.copyOf(Sha256.over(Arrays.copyOf(bytes, length)).raw(), CHECK_BYTES);
  }

  /// The mailbox's name.
  String join() {
    return secret.lend(raw -> Sha256.over(raw).hex());
  }

  /// Eighteen digits that both machines show, so that people see that no third one is between them.
  String phrase(VerifyKey newDevice) {
    var hash = secret.lend(raw -> Sha256.over(
        "holdfast/v1/join-phrase\n".getBytes(StandardCharsets.US_ASCII), raw, inviter.raw(),
        newDevice.raw()));
    return Phrase.of(hash);
  }

  private static ClientException refused() {
    return new ClientException(Kind.USAGE, "this is not an invitation of \"holdfast device add\"",
        "copy the whole line that begins with HFD1-");
  }

  @Override
  public void close() {
    secret.close();
  }
}

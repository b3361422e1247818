package dev.holdfast.kernel.code;

import dev.holdfast.kernel.SecretBytes;
import java.util.Optional;

/// The owner's recovery code: an epoch's 32-byte secret R in the form that is printed and typed
/// (docs/format.md, section 4). Wiped on close.
public final class RecoveryCode implements AutoCloseable {
  private static final PrintedSecret FORM = new PrintedSecret("HF1", "holdfast/recovery-code/v1");

  private final int epochByte;
  private final SecretBytes secret;

  /// @param epoch the epoch the code belongs to; its lowest byte is printed
  /// @param secret 32 bytes; owned by the code from now on
  public RecoveryCode(int epoch, SecretBytes secret) {
    if (secret.length() != PrintedSecret.SECRET_BYTES)
      throw new IllegalArgumentException("a recovery code holds 32 bytes");
    epochByte = epoch & 0xff;
    this.secret = secret;
  }

  /// Reads what a person typed: spaces, dashes and line breaks do not count, nor does case; O is 0,
  /// I and L are 1; the beginning `HF1` may be missing.
  ///
  /// @return empty if it is no recovery code or has a typing error
  public static Optional<RecoveryCode> parse(CharSequence typed) {
    return FORM.read(typed).map(read -> new RecoveryCode(read.epochByte(), read.secret()));
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
    return FORM.print(epochByte, secret);
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

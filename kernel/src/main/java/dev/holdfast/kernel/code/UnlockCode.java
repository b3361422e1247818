package dev.holdfast.kernel.code;

import dev.holdfast.kernel.SecretBytes;
import java.util.Optional;

/// The unlock secret U as it stands in the unlock file and on the second sheet (docs/format.md,
/// section 4). Wiped on close.
public final class UnlockCode implements AutoCloseable {
  private static final PrintedSecret FORM = new PrintedSecret("HFU1", "holdfast/unlock/v1");

  private final SecretBytes secret;

  /// @param secret 32 bytes; owned by the code from now on
  public UnlockCode(SecretBytes secret) {
    if (secret.length() != PrintedSecret.SECRET_BYTES)
      throw new IllegalArgumentException("an unlock code holds 32 bytes");
    this.secret = secret;
  }

  /// Reads what a person typed or a file holds, as forgiving as [RecoveryCode#parse].
  ///
  /// @return empty if it is no unlock code or has a typing error
  public static Optional<UnlockCode> parse(CharSequence typed) {
    return FORM.read(typed)
        .filter(read -> read.epochByte() == 0)
        .map(read -> new UnlockCode(read.secret()));
  }

  /// The secret U; it lives as long as the code.
  public SecretBytes secret() {
    return secret;
  }

  /// The printed form, `HFU1-` and twelve groups of five; the caller wipes it.
  public char[] print() {
    return FORM.print(0, secret);
  }

  @Override
  public String toString() {
    return "UnlockCode";
  }

  @Override
  public void close() {
    secret.close();
  }
}

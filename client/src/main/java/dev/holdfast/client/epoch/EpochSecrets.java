package dev.holdfast.client.epoch;

import dev.holdfast.archive.seal.Identity;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.code.RecoveryCode;
import java.security.SecureRandom;

/// All secrets of one epoch, together only while it is staged; wiped on close.
///
/// @param code R, 32 bytes
/// @param factor F, 32 bytes
/// @param share S, 32 bytes
/// @param identity VSK
public record EpochSecrets(int epoch, SecretBytes code, SecretBytes factor, SecretBytes share,
    Identity identity) implements AutoCloseable {
  /// New secrets.
  public static EpochSecrets random(int epoch, SecureRandom random) {
    return new EpochSecrets(epoch, Keys.random(random), Keys.random(random), Keys.random(random),
        new Identity(Keys.random(random)));
  }

  /// The code as it is printed; the caller closes it.
  public RecoveryCode recoveryCode() {
    return new RecoveryCode(epoch, code.copy());
  }

  @Override
  public void close() {
    code.close();
    factor.close();
    share.close();
    identity.close();
  }
}

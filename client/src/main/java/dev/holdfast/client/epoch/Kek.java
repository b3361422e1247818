package dev.holdfast.client.epoch;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;

/// What R, F and S give together; wiped on close.
///
/// @param wrapKey used for one wrapping
/// @param commitment stored beside the wrapped key and compared before it is opened
record Kek(SecretBytes wrapKey, Sha256 commitment) implements AutoCloseable {
  @Override
  public void close() {
    wrapKey.close();
  }
}

package dev.holdfast.vault.object;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;

/// What a client says about the bytes it sends.
///
/// @param offset where in the object they begin
/// @param length of the whole object
/// @param whole hash of the whole object
/// @param body hash of the bytes that are sent now
public record Upload(long offset, long length, Sha256 whole, Sha256 body) {
  /// @throws RefusedException `bad-request` if a number is out of range
  public Upload {
    if (length < 1 || offset < 0 || offset > length)
      throw new RefusedException(Refusal.BAD_REQUEST,
          "expected an offset within the object and an object of at least one byte");
  }
}

package dev.holdfast.kernel.manifest;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;

/// A sealed object as the server stores it.
///
/// @param size bytes as stored, at least 1
/// @param sha256 of the bytes as stored
public record SealedObject(ObjectName name, long size, Sha256 sha256) {
  /// @throws IllegalArgumentException if `size` is not positive
  public SealedObject {
    if (size < 1) throw new IllegalArgumentException("a sealed object has at least one byte");
  }
}

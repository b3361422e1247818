package dev.holdfast.desk.sharing;

import dev.holdfast.desk.name.FixedUuid;
import dev.holdfast.kernel.VerifyKey;
import java.util.UUID;

/// Who shares.
///
/// @param name one line
/// @param id the same as long as the desk has its key
public record Publisher(String name, UUID id) {
  /// The desk with this key.
  public static Publisher of(String name, VerifyKey key) {
    return new Publisher(name, FixedUuid.of(Namespace.OURS, "desk " + key.hex()));
  }
}

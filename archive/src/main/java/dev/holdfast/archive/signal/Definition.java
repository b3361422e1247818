package dev.holdfast.archive.signal;

import java.util.List;

/// An id that a frame defines.
///
/// @param id as it stands in the frame; never 0
/// @param keys what the thing is known by, the most lasting first, the others being aliases of it;
///          empty for a chat, which is known by its recipient
/// @param recipient for a chat, the file-local id of its recipient; else 0
public record Definition(IdSpace space, long id, List<ContentKey> keys, long recipient) {
  /// Copies the list.
  public Definition { keys = List.copyOf(keys); }
}

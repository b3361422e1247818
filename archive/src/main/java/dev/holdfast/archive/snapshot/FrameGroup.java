package dev.holdfast.archive.snapshot;

/// Which frames may share a zstd window.
///
/// @param kind whose frames they are
/// @param id of a chat, canonical or as exported; 0 for the other kinds
/// @param raw true if the frames hold ids as exported rather than canonical ones
public record FrameGroup(Kind kind, long id, boolean raw) {
  /// What a group is made of.
  public enum Kind {
    /// The account, which holds secrets.
    ACCOUNT,
    /// People, chats, folders and what is not known.
    REST,
    /// The messages of one chat.
    CHAT
  }
}

package dev.holdfast.archive.snapshot;

/// One step of a journal: frames of the parent, or the next new ones.
///
/// @param from number of the first frame in the parent, or -1 for new frames
/// @param count at least 1
public record Op(long from, long count) {
  /// What stands for "new".
  public static final long NEW = -1;

  /// True if the frames come from the snapshot's own segments.
  public boolean isNew() {
    return from == NEW;
  }
}

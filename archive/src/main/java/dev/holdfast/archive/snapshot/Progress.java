package dev.holdfast.archive.snapshot;

/// Hears how far a backup, restore or check is. Calls come from several threads, one at a time, and
/// often: an implementation must be quick.
@FunctionalInterface
public interface Progress {
  /// Hears nothing.
  Progress NONE = (step, done, total) -> {};

  /// What is being done.
  enum Step {
    READING, UPLOADING, DOWNLOADING, WRITING, VALIDATING, CHECKING
  }

  /// @param done bytes of this step so far
  /// @param total bytes of this step, or 0 while that is not known
  void at(Step step, long done, long total);
}

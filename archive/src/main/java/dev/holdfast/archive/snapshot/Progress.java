package dev.holdfast.archive.snapshot;

/// Hears how far a backup, restore or check is. Calls come often and from several threads, those of
/// one step one at a time: an implementation must be quick.
@FunctionalInterface
public interface Progress {
  /// Hears nothing.
  Progress NONE = (step, done, total) -> {};

  /// What is being done.
  enum Step {
    READING, UPLOADING, DOWNLOADING, WRITING, VALIDATING, CHECKING
  }

  /// The same, for several threads that would call it at the same time.
  default Progress oneAtATime() {
    var lock = new Object();
    return (step, done, total) -> {
      synchronized (lock) {
        at(step, done, total);
      }
    };
  }

  /// @param done bytes of this step so far
  /// @param total bytes of this step, or 0 while that is not known
  void at(Step step, long done, long total);
}

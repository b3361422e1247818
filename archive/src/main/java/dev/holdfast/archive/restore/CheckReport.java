package dev.holdfast.archive.restore;

import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.manifest.SealedObject;
import java.util.List;

/// What a check found.
///
/// @param objects how many objects the kept snapshots need
/// @param objectsRead how many of them were read whole and hashed
/// @param bytesRead their size
/// @param problems empty if all is well
/// @param restorable kept snapshots that no problem touches, newest first
public record CheckReport(long objects, long objectsRead, long bytesRead, List<Problem> problems,
    List<SnapshotId> restorable) {
  public CheckReport {
    problems = List.copyOf(problems);
    restorable = List.copyOf(restorable);
  }

  /// One object that is not what the manifests say.
  ///
  /// @param touches kept snapshots that need it, newest first
  public record Problem(SealedObject object, What what, List<SnapshotId> touches) {
    public Problem { touches = List.copyOf(touches); }
  }

  /// What is wrong with an object.
  public enum What {
    /// The store does not have it.
    MISSING,
    /// The store has it, but its bytes, size or hash differ.
    DAMAGED
  }
}

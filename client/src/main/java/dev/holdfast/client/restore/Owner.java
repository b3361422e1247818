package dev.holdfast.client.restore;

import dev.holdfast.archive.restore.RestorePlan;
import dev.holdfast.archive.restore.SnapshotFacts;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.snapshot.Progress;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.UnlockCode;
import dev.holdfast.kernel.wire.RequestStatus;
import java.util.Optional;

/// The person a restore is for, as it speaks with them.
public interface Owner {
  /// Asks for the unlock code.
  ///
  /// @param again true if the one given before was not this vault's
  /// @return owned by the restore; empty if there is none to be had
  Optional<UnlockCode> unlock(boolean again);

  /// True if the owner is there to approve on another device while the restore waits.
  boolean canApprove();

  /// The request is out, and so is the alarm.
  void asked(RequestStatus status);

  /// It still waits.
  void waits(RequestStatus status);

  /// Date and number of the snapshot, before anything is written.
  ///
  /// @return false to stop here; the code stays good
  boolean accepts(RestorePlan plan, SnapshotFacts facts);

  /// True if somebody is there to be asked [#givesUp]; finding out what to ask takes a while.
  boolean answers();

  /// Media that exist in Signal's cloud only cannot be fetched any more after the restore.
  ///
  /// @param media how many, at least one
  /// @return false to stop here; nothing was written and the code stays good
  boolean givesUp(long media);

  /// Signal's fresh recovery key for the written folder.
  ///
  /// @param key lent
  void newSignalKey(RecoveryKey key);

  /// The codes that count from now on; called before the old one is spent.
  ///
  /// @param code the code in force, only if it is new; lent
  /// @param reserve the new reserve code, lent
  void newCodes(Optional<RecoveryCode> code, RecoveryCode reserve);

  /// How far reading and writing are.
  Progress progress();
}

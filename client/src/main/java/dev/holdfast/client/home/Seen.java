package dev.holdfast.client.home;

/// The newest things this home has seen of its server; whatever is older from now on was rolled
/// back or forged.
///
/// @param sequence of the newest snapshot, 0 before the first
/// @param snapshot its id, 64 hex digits; empty before the first
/// @param state the server's counter of changes to the vault
/// @param stateProof the server's own check value for that counter; empty without one
/// @param epoch the highest that was in force
/// @param checkpoint the newest checkpoint note of the audit log; empty before the first
public record Seen(long sequence, String snapshot, long state, String stateProof,
    int epoch, String checkpoint) {
  /// Nothing seen yet.
  public static final Seen NOTHING = new Seen(0, "", 0, "", 0, "");

  /// After a snapshot.
  public Seen withSnapshot(long newSequence, String id) {
    return newSequence > sequence ? new Seen(newSequence, id, state, stateProof, epoch, checkpoint) : this;
  }

  /// After an answer that named the counter.
  public Seen withState(long newState, String proof) {
    return newState > state ? new Seen(sequence, snapshot, newState, proof, epoch, checkpoint) : this;
  }

  /// After an epoch was seen in force.
  public Seen withEpoch(int inForce) {
    return inForce > epoch
        ? new Seen(sequence, snapshot, state, stateProof, inForce, checkpoint)
        : this;
  }

  /// After the log was verified up to a note.
  public Seen withCheckpoint(String note) {
    return new Seen(sequence, snapshot, state, stateProof, epoch, note);
  }
}

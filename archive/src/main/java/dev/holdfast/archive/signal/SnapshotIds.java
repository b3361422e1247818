package dev.holdfast.archive.signal;

import java.util.List;

/// Original ids of one snapshot and their canonical numbers, one to one, learnt while its frames
/// pass in order. Two originals that claim the same content key get two numbers.
public final class SnapshotIds implements IdMap {
  private final CanonicalIds numbers;
  private final FrameIds frames = new FrameIds();
  private final IdPairs pairs = new IdPairs();

  SnapshotIds(CanonicalIds numbers) {
    this.numbers = numbers;
  }

  /// Learns what the frame defines, then gives its canonical form. Frames come in the order of
  /// `main`, without BackupInfo, which has no ids and another shape.
  ///
  /// @param facts those of this frame
  public FrameIds.Canonical canonical(byte[] frame, FrameFacts facts) {
    facts.defines().forEach(this::define);
    return frames.canonical(frame, this);
  }

  private void define(Definition definition) {
    var space = definition.space();
    if (map(space, definition.id()) != UNDEFINED) return;
    var keys = definition.keys();
    if (space == IdSpace.CHAT) {
      long recipient = map(IdSpace.RECIPIENT, definition.recipient());
      if (recipient == UNDEFINED) return;
      keys = List.of(ContentKey.ofChatWith(recipient));
    }
    pairs.add(new Pair(space, definition.id(), numbers.assign(space, keys, pairs.taken(space))));
  }

  @Override
  public long map(IdSpace space, long id) {
    return pairs.canonical(space, id);
  }

  /// The pairs so far, in the order in which the ids were defined: with `IdMap.toOriginal` they
  /// turn canonical frames back.
  public List<Pair> pairs() {
    return pairs.inOrder();
  }
}

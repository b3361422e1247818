package dev.holdfast.archive.index;

import dev.holdfast.archive.signal.ContentKey;
import dev.holdfast.archive.signal.IdMap.Pair;
import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.kernel.Sha256;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// What one lineage of snapshots, from its base on, looks like after its newest snapshot.
///
/// @param snapshot the newest, which the next one continues; [Sha256#NONE] if there is none
/// @param sinceBase how many snapshots continue the base
/// @param baseBytes bytes of frames in the base
/// @param deltaBytes bytes of frames added since
/// @param generation which record files belong to this state
/// @param frames how many records of the frame file count
/// @param blobs how many records of the blob table count
/// @param media how many records of the media table count
/// @param live the numbers of the media that the newest snapshot names
/// @param objects all objects of the lineage
/// @param ids content keys and their canonical numbers
/// @param pairs the newest snapshot's map of ids
public record LineageState(Sha256 snapshot, int sinceBase, long baseBytes, long deltaBytes,
    Generation generation, long frames, long blobs, long media, BitSet live,
    List<ObjectEntry> objects, Map<ContentKey, Long> ids, List<Pair> pairs) {
  /// Numbers in the names of record files.
  ///
  /// @param frames of the frame file or the listing
  /// @param tables of the blob and media tables
  public record Generation(int frames, int tables) {}

  /// Before the first snapshot.
  public static final LineageState EMPTY = new LineageState(Sha256.NONE, 0, 0, 0,
      new Generation(0, 0), 0, 0, 0, new BitSet(), List.of(), Map.of(), List.of());

  public LineageState {
    live = (BitSet) live.clone();
    objects = List.copyOf(objects);
    ids = Map.copyOf(ids);
    pairs = List.copyOf(pairs);
  }

  /// A fresh copy.
  @Override
  public BitSet live() {
    return (BitSet) live.clone();
  }

  /// The same after its snapshot was given an id and an inner object.
  public LineageState published(Sha256 id, List<ObjectEntry> allObjects) {
    return new LineageState(id, sinceBase, baseBytes, deltaBytes, generation, frames, blobs, media,
        live, allObjects, ids, pairs);
  }

  /// True if there is no snapshot to continue.
  public boolean isEmpty() {
    return snapshot.equals(Sha256.NONE);
  }
}

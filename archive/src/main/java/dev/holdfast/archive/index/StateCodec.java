package dev.holdfast.archive.index;

import dev.holdfast.archive.signal.ContentKey;
import dev.holdfast.archive.signal.IdMap.Pair;
import dev.holdfast.archive.signal.IdSpace;
import dev.holdfast.archive.snapshot.IdRuns;
import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The file `state`, which stays on the device. A change of its form needs no migration: a state
/// that cannot be read is as good as a lost one.
final class StateCodec {
  private static final String MAGIC = "holdfast/state/v1\n";

  private StateCodec() {}

  static byte[] encode(LineageState state) {
    var out = new CanonicalWriter(MAGIC).fixed(state.snapshot().raw())
        .u32(state.sinceBase())
        .u64(state.baseBytes())
        .u64(state.deltaBytes())
        .u32(state.generation().frames())
        .u32(state.generation().tables())
        .u64(state.frames())
        .u64(state.blobs())
        .u64(state.media())
        .bytes(state.live().toByteArray());
    out.u32(state.objects().size());
    state.objects().forEach(one -> out.fixed(one.name().raw()).u32(one.blobsAt()));
    out.u32(state.ids().size());
    state.ids()
        .forEach((key, number) -> out.u8(IdRuns.SPACES.indexOf(key.space()))
            .fixed(HexFormat.of().parseHex(key.hex()))
            .u64(number));
    out.u32(state.pairs().size());
    state.pairs()
        .forEach(pair -> out.u8(IdRuns.SPACES.indexOf(pair.space()))
            .u32((int) (pair.original() >>> 33))
            .u32((int) (pair.original() >>> 2 & 0x7fffffff))
            .u8((int) pair.original() & 3)
            .u64(pair.canonical()));
    return out.toBytes();
  }

  /// @throws dev.holdfast.kernel.canonical.MalformedException for anything else
  static LineageState decode(byte[] bytes) {
    var in = new CanonicalReader("the state of a lineage", bytes, MAGIC);
    var snapshot = Sha256.of(in.fixed(Sha256.BYTES));
    int sinceBase = in.u32();
    long baseBytes = in.u64();
    long deltaBytes = in.u64();
    var generation = new LineageState.Generation(in.u32(), in.u32());
    long frames = in.u64();
    long blobs = in.u64();
    long media = in.u64();
    var live = BitSet.valueOf(in.bytes());
    var state = new LineageState(snapshot, sinceBase, baseBytes, deltaBytes, generation, frames,
        blobs, media, live, objects(in), ids(in), pairs(in));
    in.end();
    return state;
  }

  private static List<ObjectEntry> objects(CanonicalReader in) {
    var objects = new ArrayList<ObjectEntry>();
    for (int left = in.count(36); left > 0; left--)
      objects.add(new ObjectEntry(ObjectName.of(in.fixed(ObjectName.BYTES)), in.u32()));
    return objects;
  }

  private static Map<ContentKey, Long> ids(CanonicalReader in) {
    var ids = new HashMap<ContentKey, Long>();
    for (int left = in.count(41); left > 0; left--)
      ids.put(new ContentKey(space(in), HexFormat.of().formatHex(in.fixed(32))), in.u64());
    return ids;
  }

  private static List<Pair> pairs(CanonicalReader in) {
    var pairs = new ArrayList<Pair>();
    for (int left = in.count(18); left > 0; left--) {
      var space = space(in);
      long original = (long) in.u32() << 33 | (long) in.u32() << 2 | in.u8() & 3;
      pairs.add(new Pair(space, original, in.u64()));
    }
    return pairs;
  }

  private static IdSpace space(CanonicalReader in) {
    int number = in.u8();
    if (number >= IdRuns.SPACES.size()) throw in.refused("an unknown kind of id");
    return IdRuns.SPACES.get(number);
  }
}

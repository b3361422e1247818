package dev.holdfast.archive.snapshot;

import dev.holdfast.archive.signal.IdMap.Pair;
import dev.holdfast.archive.signal.IdSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A snapshot's map of ids as a difference to its parent's: runs of canonical numbers whose
/// originals moved by the same amount, so that an export that numbers everything anew costs a few
/// bytes (docs/format.md, section 8).
public final class IdRuns {
  /// The kinds of ids in the order of the format.
  public static final List<IdSpace> SPACES = List.of(IdSpace.RECIPIENT, IdSpace.CHAT,
      IdSpace.COLOR);

  /// Stands for "no longer there"; a shift of 0 and so on is written one higher.
  private static final long GONE = 0;

  private IdRuns() {}

  /// @param parent the parent's pairs, empty for a base
  public static byte[] encode(List<Pair> pairs, List<Pair> parent) {
    var out = new ByteWriter();
    for (var space : SPACES) {
      var now = map(pairs, space);
      var before = map(parent, space);
      writeRuns(out, now, before);
      now.keySet().removeAll(before.keySet());
      writeNew(out, now);
    }
    return out.toBytes();
  }

  private static SortedMap<Long, Long> map(List<Pair> pairs, IdSpace space) {
    var map = new TreeMap<Long, Long>();
    for (var pair : pairs)
      if (pair.space() == space) map.put(pair.canonical(), pair.original());
    return map;
  }

  private static void writeRuns(ByteWriter out, Map<Long, Long> now, SortedMap<Long, Long> before) {
    var runs = new ArrayList<long[]>();
    before.forEach((canonical, original) -> {
      var there = now.get(canonical);
      long shift = there == null ? 0 : there - original;
      long kind = there == null ? GONE : 1;
      if (!runs.isEmpty() && runs.getLast()[1] == kind && runs.getLast()[2] == shift)
        runs.getLast()[0]++;
      else
        runs.add(new long[]{1, kind, shift});
    });
    out.number(runs.size());
    for (var run : runs) {
      out.number(run[0] * 2 + run[1]);
      if (run[1] != GONE) out.signed(run[2]);
    }
  }

  private static void writeNew(ByteWriter out, SortedMap<Long, Long> fresh) {
    out.number(fresh.size());
    long canonical = 0;
    long original = 0;
    for (var entry : fresh.entrySet()) {
      out.number(entry.getKey() - canonical - 1).signed(entry.getValue() - original - 1);
      canonical = entry.getKey();
      original = entry.getValue();
    }
  }

  /// The snapshot's pairs.
  ///
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED if the runs do not fit the parent
  public static List<Pair> decode(byte[] runs, List<Pair> parent, String item) {
    var in = new ByteReader(runs, item);
    var pairs = new ArrayList<Pair>();
    for (var space : SPACES) {
      readRuns(in, space, map(parent, space), pairs);
      readNew(in, space, pairs);
    }
    in.end();
    return pairs;
  }

  private static void readRuns(ByteReader in, IdSpace space, SortedMap<Long, Long> before,
      List<Pair> pairs) {
    var entries = before.entrySet().iterator();
    for (int left = in.count(); left > 0; left--) {
      long tag = in.number();
      boolean there = (tag & 1) != GONE;
      long shift = there ? in.signed() : 0;
      for (long run = tag >>> 1; run > 0; run--) {
        if (!entries.hasNext()) throw in.damaged();
        var entry = entries.next();
        if (there) pairs.add(new Pair(space, entry.getValue() + shift, entry.getKey()));
      }
    }
    if (entries.hasNext()) throw in.damaged();
  }

  private static void readNew(ByteReader in, IdSpace space, List<Pair> pairs) {
    long canonical = 0;
    long original = 0;
    for (int left = in.count(); left > 0; left--) {
      canonical += in.number() + 1;
      original += in.signed() + 1;
      pairs.add(new Pair(space, original, canonical));
    }
  }
}

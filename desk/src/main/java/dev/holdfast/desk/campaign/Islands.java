package dev.holdfast.desk.campaign;

import dev.holdfast.desk.trait.Marks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;

/// Which reports can reach each other through keys that are not held by too many.
final class Islands {
  /// Beyond this many reports texts no longer hold an island together: hard values alone do.
  static final int LARGE = 6_000;

  private Islands() {}

  /// An island.
  ///
  /// @param whole false if it is one of the parts into which hard values alone divide a larger one
  record Island(List<Member> members, boolean whole) {
    /// A name that depends on its members alone; negative for a part.
    long name() {
      var least = members.get(0).id();
      for (var member : members)
        if (member.id().compareTo(least) < 0) least = member.id();
      var name = Marks.hash(least) >>> 1;
      return whole ? name : -1 - name;
    }
  }

  /// The island of one report.
  static Island around(Handle db, int number) {
    var whole = closure(db, number, key -> true, LARGE);
    return whole.size() <= LARGE
        ? new Island(whole, true)
        : new Island(closure(db, number, ReportStore::isHard, Integer.MAX_VALUE), false);
  }

  private static List<Member> closure(Handle db, int number, LongPredicate links, int most) {
    var reached = new HashSet<Integer>();
    var followed = new HashSet<Long>();
    var waiting = new ArrayDeque<Integer>();
    reached.add(number);
    waiting.add(number);
    var members = new ArrayList<Member>();
    while (!waiting.isEmpty() && members.size() <= most) {
      for (var member : ReportStore.members(db, List.of(waiting.poll()))) {
        members.add(member);
        for (var key : member.keys())
          if (links.test(key) && followed.add(key)) follow(db, key, reached, waiting);
      }
    }
    return members;
  }

  private static void follow(Handle db, long key, Set<Integer> reached,
      ArrayDeque<Integer> waiting) {
    var holders = ReportStore.holders(db, key);
    if (holders.size() > ReportStore.fanOut(key)) return;
    for (var holder : holders)
      if (reached.add(holder)) waiting.add(holder);
  }

  /// The rows of an island.
  record Rows(List<Integer> numbers, boolean whole) {}

  /// Every island of the database; needs some bytes a report.
  static void each(Handle db, Consumer<Rows> reader) {
    var all = new Sets(ReportStore.most(db) + 1);
    var hard = new Sets(all.size());
    var run = new Run(all, hard);
    ReportStore.eachClue(db, run);
    run.end();
    var exists = new boolean[all.size()];
    ReportStore.eachNumber(db, number -> exists[number] = true);
    var next = new int[all.size()];
    var last = new int[all.size()];
    for (var i = 1; i < next.length; i++) {
      if (!exists[i]) continue;
      var root = all.find(i);
      if (last[root] != 0) next[last[root]] = i;
      last[root] = i;
    }
    for (var i = 1; i < next.length; i++)
      if (exists[i] && all.find(i) == i) parts(chain(next, i), hard, reader);
  }

  private static void parts(List<Integer> island, Sets hard, Consumer<Rows> reader) {
    if (island.size() <= LARGE) {
      reader.accept(new Rows(island, true));
      return;
    }
    var parts = new LinkedHashMap<Integer, List<Integer>>();
    for (var number : island)
      parts.computeIfAbsent(hard.find(number), r -> new ArrayList<>()).add(number);
    parts.values().forEach(part -> reader.accept(new Rows(part, false)));
  }

  private static List<Integer> chain(int[] next, int first) {
    var chain = new ArrayList<Integer>();
    for (var at = first; at != 0; at = next[at])
      chain.add(at);
    return chain;
  }

  /// Joins the holders of one key after the other.
  private static final class Run implements ReportStore.ClueReader {
    private final Sets all;
    private final Sets hard;
    private final List<Integer> holders = new ArrayList<>();
    private long key = Long.MIN_VALUE;

    Run(Sets all, Sets hard) {
      this.all = all;
      this.hard = hard;
    }

    @Override
    public void read(long mark, int report) {
      if (mark != key) end();
      key = mark;
      if (holders.size() <= ReportStore.fanOut(mark)) holders.add(report);
    }

    void end() {
      if (holders.size() > 1 && holders.size() <= ReportStore.fanOut(key))
        for (var holder : holders) {
          all.join(holders.getFirst(), holder);
          if (ReportStore.isHard(key)) hard.join(holders.getFirst(), holder);
        }
      holders.clear();
    }
  }
}

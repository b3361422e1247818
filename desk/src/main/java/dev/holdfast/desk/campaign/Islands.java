package dev.holdfast.desk.campaign;

import dev.holdfast.desk.trait.Marks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Which reports can reach each other through keys that are not held by too many.
final class Islands {
  private Islands() {}

  /// The island of one report.
  static List<Member> around(Handle db, int number) {
    var reached = new TreeSet<Integer>();
    var followed = new HashSet<Long>();
    var waiting = new ArrayDeque<Integer>();
    reached.add(number);
    waiting.add(number);
    var members = new ArrayList<Member>();
    while (!waiting.isEmpty()) {
      for (var member : ReportStore.members(db, List.of(waiting.poll()))) {
        members.add(member);
        for (var key : member.keys())
          if (followed.add(key)) follow(db, key, reached, waiting);
      }
    }
    return members;
  }

  private static void follow(Handle db, long key, TreeSet<Integer> reached,
      ArrayDeque<Integer> waiting) {
    var holders = ReportStore.holders(db, key);
    if (holders.size() > ReportStore.fanOut(key)) return;
    for (var holder : holders)
      if (reached.add(holder)) waiting.add(holder);
  }

  /// Every island of the database, as rows; needs eight bytes a report.
  static void each(Handle db, Consumer<List<Integer>> reader) {
    var sets = new Sets(ReportStore.most(db) + 1);
    var run = new Run(sets);
    ReportStore.eachClue(db, run);
    run.end();
    var exists = new boolean[sets.size()];
    ReportStore.eachNumber(db, number -> exists[number] = true);
    var next = new int[sets.size()];
    var last = new int[sets.size()];
    for (var i = 1; i < next.length; i++) {
      if (!exists[i]) continue;
      var root = sets.find(i);
      if (last[root] != 0) next[last[root]] = i;
      last[root] = i;
    }
    for (var i = 1; i < next.length; i++)
      if (exists[i] && sets.find(i) == i) reader.accept(chain(next, i));
  }

  private static List<Integer> chain(int[] next, int first) {
    var chain = new ArrayList<Integer>();
    for (var at = first; at != 0; at = next[at])
      chain.add(at);
    return chain;
  }

  /// Joins the holders of one key after the other.
  private static final class Run implements ReportStore.ClueReader {
    private final Sets sets;
    private final List<Integer> holders = new ArrayList<>();
    private long key = Long.MIN_VALUE;

    Run(Sets sets) {
      this.sets = sets;
    }

    @Override
    public void read(long mark, int report) {
      if (mark != key) end();
      key = mark;
      if (holders.size() <= ReportStore.fanOut(mark)) holders.add(report);
    }

    void end() {
      if (holders.size() > 1 && holders.size() <= ReportStore.fanOut(key))
        for (var holder : holders)
          sets.join(holders.getFirst(), holder);
      holders.clear();
    }
  }

  /// A name for an island that depends on its members alone.
  static long name(List<Member> members) {
    var least = members.get(0).id();
    for (var member : members)
      if (member.id().compareTo(least) < 0) least = member.id();
    return Marks.hash(least);
  }
}

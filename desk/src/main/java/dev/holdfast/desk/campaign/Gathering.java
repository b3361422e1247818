package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Weighing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// Joins clusters, best evidence first, as long as it speaks for one actor. What was joined is
/// weighed anew as a whole, so that one weak bridge does not chain two groups.
final class Gathering {
  /// In a crowd that shares a mark each is compared with its neighbours in a fixed order.
  private static final int NEIGHBOURS = 12;

  private record Pair(double log, int a, int b, int sizeA, int sizeB) {}

  private final Crowd crowd;
  private final Background background;
  private final Predicate<Weighing> accept;
  private final Map<Integer, SortedSet<Integer>> near = new HashMap<>();
  private final PriorityQueue<Pair> queue = new PriorityQueue<>(
      Comparator.comparingDouble(Pair::log)
          .reversed()
          .thenComparingInt(Pair::a)
          .thenComparingInt(Pair::b));

  private Gathering(Crowd crowd, Background background, Predicate<Weighing> accept) {
    this.crowd = crowd;
    this.background = background;
    this.accept = accept;
  }

  /// @param links marks that make two clusters worth weighing
  /// @param accept whether the evidence suffices
  static void run(Crowd crowd, Background background, LongPredicate links,
      Predicate<Weighing> accept) {
    var gathering = new Gathering(crowd, background, accept);
    gathering.meet(links);
    gathering.join();
  }

  private void meet(LongPredicate links) {
    var holders = new HashMap<Long, List<Integer>>();
    for (var cluster : crowd.clusters()) {
      var profile = crowd.profile(cluster);
      for (var i = 0; i < profile.size(); i++)
        if (links.test(profile.mark(i)))
          holders.computeIfAbsent(profile.mark(i), m -> new ArrayList<>(2)).add(cluster);
    }
    for (var list : holders.values())
      for (var k = 1; k < list.size(); k++)
        for (var i = Math.max(0, k - NEIGHBOURS); i < k; i++)
          know(list.get(i), list.get(k));
    near.forEach((a, others) -> others.tailSet(a + 1).forEach(b -> weigh(a, b)));
  }

  private void know(int a, int b) {
    near.computeIfAbsent(a, x -> new TreeSet<>()).add(b);
    near.computeIfAbsent(b, x -> new TreeSet<>()).add(a);
  }

  private void weigh(int a, int b) {
    var weighing = Weighing.of(crowd.profile(a), crowd.profile(b), background);
    if (accept.test(weighing))
      queue.add(new Pair(weighing.log(), Math.min(a, b), Math.max(a, b),
          crowd.size(Math.min(a, b)), crowd.size(Math.max(a, b))));
  }

  private void join() {
    for (var pair = queue.poll(); pair != null; pair = queue.poll())
      if (isFresh(pair)) join(pair.a, pair.b);
  }

  private boolean isFresh(Pair pair) {
    return crowd.isCluster(pair.a) && crowd.isCluster(pair.b) && crowd.size(pair.a) == pair.sizeA
        && crowd.size(pair.b) == pair.sizeB;
  }

  private void join(int a, int b) {
    var kept = crowd.join(a, b);
    var gone = kept == a ? b : a;
    var around = new TreeSet<Integer>();
    for (var side : List.of(kept, gone)) {
      for (var other : near.getOrDefault(side, new TreeSet<>())) {
        if (other == kept || other == gone) continue;
        near.getOrDefault(other, new TreeSet<>()).remove(gone);
        around.add(other);
      }
    }
    near.remove(gone);
    near.put(kept, around);
    for (var other : around) {
      near.computeIfAbsent(other, x -> new TreeSet<>()).add(kept);
      weigh(kept, other);
    }
  }
}

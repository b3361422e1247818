package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Weighing;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is left over, single reports that show too little to be joined to anything with confidence,
/// goes to the one group that it fits clearly better than all others. Such a place stays undecided.
final class Adoption {
  private static final int GROUP = 3;
  private static final double ENOUGH = .6;
  private static final double CLEARLY = .3;
  /// Beyond this many groups of one text nobody can tell.
  private static final int MANY = 200;

  private final Crowd crowd;
  private final Background background;
  private final Map<Long, List<Integer>> groups = new HashMap<>();

  private Adoption(Crowd crowd, Background background) {
    this.crowd = crowd;
    this.background = background;
  }

  static void run(Crowd crowd, Background background) {
    new Adoption(crowd, background).run();
  }

  /// Every choice is made before any is carried out, so that none depends on another.
  private void run() {
    for (var cluster : crowd.clusters())
      if (crowd.size(cluster) >= GROUP)
        for (var text : texts(cluster))
        groups.computeIfAbsent(text, t -> new ArrayList<>()).add(cluster);
    var choices = new HashMap<Integer, Integer>();
    for (var cluster : crowd.clusters())
      if (crowd.size(cluster) < GROUP) choose(cluster, choices);
    choices.forEach((single, group) -> crowd.join(crowd.find(single), crowd.find(group)));
  }

  private List<Long> texts(int cluster) {
    var profile = crowd.profile(cluster);
    var texts = new ArrayList<Long>();
    for (var i = 0; i < profile.size(); i++)
      if (Marks.kind(profile.mark(i)) == Kind.TEMPLATE) texts.add(profile.mark(i));
    return texts;
  }

  private void choose(int single, Map<Integer, Integer> choices) {
    Set<Integer> candidates = new HashSet<>();
    for (var text : texts(single))
      candidates.addAll(groups.getOrDefault(text, List.of()));
    if (candidates.isEmpty() || candidates.size() > MANY) return;
    var best = -1;
    var first = Double.NEGATIVE_INFINITY;
    var second = Double.NEGATIVE_INFINITY;
    for (var group : candidates.stream().sorted().toList()) {
      var log = Weighing.of(crowd.profile(single), crowd.profile(group), background).log();
      second = Math.max(second, Math.min(first, log));
      if (log > first) best = group;
      first = Math.max(first, log);
    }
    if (first >= ENOUGH && first - second >= CLEARLY) choices.put(single, best);
  }
}

package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Bench;
import dev.holdfast.desk.judgement.Weighing;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Layer;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/// Parts an island, the reports that can reach each other through shared keys, into campaigns. A
/// pure function of the set: neither order nor history matter.
final class Partition {
  private static final double HARD_ENOUGH_FOR_A_CORE = 3;
  private static final int COMMON_TO = 3;
  private static final double RARE = .1;
  private static final double SOFT = 1.2;
  private static final double SOFT_REST = .4;
  private static final double FURTHER = .8;
  private static final double AGAINST = -1;
  private static final double RARE_SHARE = .4;

  private final List<Member> members;
  private final Sightings.Seen seen;
  private final Crowd crowd;
  private final List<Background.Publication> publications;

  private Partition(List<Member> members, Map<String, Long> published) {
    this.members = members;
    this.seen = Sightings.of(members);
    this.publications = publications(published);
    this.crowd = new Crowd(members, seen.marks());
  }

  /// @param members of one island, in any order
  /// @param published reports whose text is public, with the time in milliseconds since 1970
  static Parted of(List<Member> members, Map<String, Long> published) {
    var sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparing(Member::id));
    return new Partition(sorted, published).part();
  }

  private List<Background.Publication> publications(Map<String, Long> published) {
    var found = new ArrayList<Background.Publication>();
    for (var i = 0; i < members.size(); i++) {
      var at = published.get(members.get(i).id());
      if (at == null) continue;
      for (var mark : seen.marks().get(i))
        if (Marks.kind(mark) == Kind.TEMPLATE) found.add(new Background.Publication(mark, at));
    }
    return found;
  }

  private Parted part() {
    sameIdentity();
    cores();
    var bridges = bridges();
    gather(Set.of(), mark -> Marks.kind(mark).hard() && !bridges.contains(mark));
    markCores();
    var muted = muted();
    gather(muted, mark -> Marks.kind(mark).hard() && !muted.contains(mark));
    markCores();
    var background = background(muted);
    Gathering.run(crowd, background, Partition::rare, Partition::softly);
    Adoption.run(crowd, background(muted));
    return new Parted(members, seen, crowd, background(muted));
  }

  private void gather(Set<Long> muted, LongPredicate links) {
    Gathering.run(crowd, background(muted), links, Partition::firmly);
  }

  /// One shared value joins, unless everything else speaks against it.
  private static boolean firmly(Weighing weighing) {
    var asked = Bench.DECIDED + (weighing.betweenCores() ? FURTHER : 0);
    return weighing.hasHardToCopy() && weighing.log() >= asked
        && weighing.logWithoutStrongest() >= AGAINST;
  }

  /// Habits alone join only if no single one carries it, and what is hard to copy suffices by
  /// itself. Between texts of different playbooks, and between two known groups, more is asked.
  private static boolean softly(Weighing weighing) {
    var asked = SOFT + (weighing.related() ? 0 : FURTHER) + (weighing.betweenCores() ? FURTHER : 0);
    return weighing.hasHardToCopy() && weighing.log() >= asked
        && weighing.logHardToCopy() >= Bench.HARD_TO_COPY
        && weighing.logWithoutStrongest() >= SOFT_REST;
  }

  private Background background(Set<Long> muted) {
    return new Background(crowd.cores(), muted, publications);
  }

  /// Nobody else can hold an account or a device key.
  private void sameIdentity() {
    join(index(mark -> Marks.kind(mark).identity()));
  }

  private Index index(LongPredicate which) {
    return Index.of(members.size(), seen.marks()::get, which);
  }

  private void join(Index index) {
    for (var holders : index.shared().values())
      for (var k = 1; k < holders.size(); k++)
        join(holders.get(0), holders.get(k));
  }

  private void join(int a, int b) {
    var x = crowd.find(a);
    var y = crowd.find(b);
    if (x != y) crowd.join(x, y);
  }

  /// Cores share two hard values that do not hang together by nature.
  private void cores() {
    var pairs = new HashMap<Long, Integer>();
    var cored = new HashSet<Integer>();
    for (var i = 0; i < members.size(); i++) {
      var hard = hard(seen.marks().get(i));
      for (var x = 0; x < hard.size(); x++)
        for (var y = x + 1; y < hard.size(); y++) {
          if (Marks.kind(hard.get(x)).group() == Marks.kind(hard.get(y)).group()) continue;
          var pair = Marks.mix(hard.get(x) * 31 + hard.get(y));
          var other = pairs.putIfAbsent(pair, i);
          if (other == null) continue;
          join(other, i);
          cored.add(i);
        }
    }
    for (var i : cored)
      crowd.markCore(crowd.find(i));
  }

  private static List<Long> hard(long[] marks) {
    var hard = new ArrayList<Long>();
    for (var mark : marks)
      if (Marks.kind(mark).weight() >= HARD_ENOUGH_FOR_A_CORE) hard.add(mark);
    return hard;
  }

  /// Which cores hold each hard value that nobody's account or key is.
  private Map<Long, List<Integer>> coresWith() {
    var holders = new HashMap<Long, List<Integer>>();
    for (var cluster : crowd.clusters()) {
      var profile = crowd.profile(cluster);
      if (profile.cores() == 0) continue;
      for (var i = 0; i < profile.size(); i++)
        if (Marks.kind(profile.mark(i)).hard())
          holders.computeIfAbsent(profile.mark(i), m -> new ArrayList<>(1)).add(cluster);
    }
    return holders;
  }

  private Set<Long> bridges() {
    var bridges = new HashSet<Long>();
    coresWith().forEach((mark, cores) -> {
      if (cores.size() > 1) bridges.add(mark);
    });
    return bridges;
  }

  /// A value that several cores share although each keeps to values of its own says nothing: a help
  /// page, a hosting company, a picture from the press. Two suffice if it is rare with both.
  private Set<Long> muted() {
    var holders = coresWith();
    var own = new HashMap<Integer, Set<Kind.Group>>();
    holders.forEach((mark, list) -> {
      if (list.size() == 1)
        own.computeIfAbsent(list.get(0), c -> new HashSet<>()).add(Marks.kind(mark).group());
    });
    var muted = new HashSet<Long>();
    holders.forEach((mark, list) -> {
      if (Marks.kind(mark).identity()) return;
      var apart = list.stream().filter(c -> own.getOrDefault(c, Set.of()).size() >= 2).toList();
      var rare = apart.stream().allMatch(c -> crowd.profile(c).share(mark) < RARE_SHARE);
      if (apart.size() >= COMMON_TO || (apart.size() == 2 && rare)) muted.add(mark);
    });
    return muted;
  }

  /// After hard values have spoken, whatever they hold together in numbers is known as a group.
  private void markCores() {
    for (var cluster : crowd.clusters())
      if (crowd.size(cluster) >= COMMON_TO) crowd.markCore(cluster);
  }

  private static boolean rare(long mark) {
    var kind = Marks.kind(mark);
    return kind.layer() == Layer.I && !kind.hard() && kind.prior() <= RARE
        && !Marks.plain(mark);
  }
}

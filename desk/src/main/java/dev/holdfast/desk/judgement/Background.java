package dev.holdfast.desk.judgement;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What others do: how common a mark is among the known groups around (the copycats' background),
/// which values discriminate nothing, and which texts are public.
public final class Background {
  private static final double WEIGHT_OF_PRIOR = 2;
  private static final double PLAIN = .75;
  private static final double COPIED = .5;
  private static final double RARER = .5;
  private static final long LAG_MILLIS = 24 * 3_600_000L;
  private static final double FRESH_TEMPLATE = .6;

  private final Map<Long, Double> shares = new HashMap<>();
  private final double[] coresWith = new double[Kind.ALL.size()];
  private final Map<Long, Integer> coresOfTemplate = new HashMap<>();
  private final Set<Long> muted;
  private final List<Publication> publications;

  /// A text that is public.
  ///
  /// @param mark of the template or of the play
  /// @param at milliseconds since 1970
  public record Publication(long mark, long at) {}

  /// @param cores one profile for each group that is known by more than one hard value
  /// @param muted hard values that discriminate nothing
  public Background(Collection<Profile> cores, Set<Long> muted, List<Publication> publications) {
    this.muted = new HashSet<>(muted);
    this.publications = List.copyOf(publications);
    for (var core : cores)
      add(core);
  }

  private void add(Profile core) {
    for (var kind : Kind.ALL)
      if (core.ofKind(kind) > 0) coresWith[kind.place()]++;
    for (var i = 0; i < core.size(); i++) {
      var kind = Marks.kind(core.mark(i));
      if (kind == Kind.TEMPLATE) coresOfTemplate.merge(core.mark(i), 1, Integer::sum);
      if (!kind.hard() || kind == Kind.KIT || kind == Kind.IMAGE)
        shares.merge(core.mark(i), (double) core.count(i) / core.ofKind(kind), Double::sum);
    }
  }

  /// How likely another actor with the same playbook shows a mark; the two compared do not count.
  ///
  /// @param copied whether both have one text: what is printed with it then says little
  double base(long mark, Profile a, Profile b, boolean copied) {
    var kind = Marks.kind(mark);
    var prior = Marks.plain(mark) ? PLAIN : copied && kind.printed() ? COPIED : prior(kind);
    var sum = shares.getOrDefault(mark, 0.0);
    var cores = coresWith[kind.place()];
    for (var side : List.of(a, b)) {
      if (side.cores() == 0) continue;
      sum -= Math.min(1, side.cores()) * side.share(mark);
      cores -= side.cores();
    }
    var seen = (WEIGHT_OF_PRIOR * prior + Math.max(0, sum))
        / (WEIGHT_OF_PRIOR + Math.max(0, cores));
    return Math.max(seen, prior * RARER);
  }

  /// A hard value of its weight; a soft one as the kind has it.
  private static double prior(Kind kind) {
    return kind.hard() ? kind.reuse() * Math.pow(10, -kind.weight()) : kind.prior();
  }

  /// Whether a hard value says nothing here.
  public boolean muted(long mark) {
    return muted.contains(mark);
  }

  /// The muted values.
  public List<Long> muted() {
    return new ArrayList<>(muted);
  }

  /// What a shared template weighs against copycats: something while it is fresh and only one group
  /// has it, nothing once anybody could have read it.
  double template(long mark, Profile a, Profile b) {
    var own = a.cores() + b.cores();
    if (coresOfTemplate.getOrDefault(mark, 0) > Math.max(1, own)) return 0;
    return FRESH_TEMPLATE * unread(mark, Math.max(a.first(), b.first()));
  }

  /// 1 before publication, falling to 0 within a day: the press needs hours, copycats as well.
  private double unread(long mark, long later) {
    var left = 1.0;
    for (var publication : publications) {
      if (publication.mark() != mark) continue;
      if (later == Profile.UNTOLD) return 0;
      var since = later - publication.at();
      left = Math.min(left, 1 - Math.clamp((double) since / LAG_MILLIS, 0, 1));
    }
    return left;
  }

  /// Whether a template or play is public at some time.
  public boolean isPublic(long mark, long at) {
    return publications.stream().anyMatch(p -> p.mark() == mark && at >= p.at());
  }
}

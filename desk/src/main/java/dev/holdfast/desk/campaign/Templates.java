package dev.holdfast.desk.campaign;

import dev.holdfast.desk.likeness.Shingles;
import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which members share a template: found through bands, confirmed by exact similarity.
final class Templates {
  /// From here on two texts are one template.
  static final double CONFIRM = .55;
  /// From here on they are worth showing side by side.
  static final double SUGGEST = .4;
  private static final long WINDOW_MILLIS = 180L * 24 * 3_600_000;
  /// In a crowded band a text is compared with its neighbours in a fixed order and with the
  /// first few.
  private static final int NEIGHBOURS = 8;
  private static final int FIRST = 4;

  private final List<Member> members;
  private final Map<String, Integer> places = new TreeMap<>();
  private final List<int[]> shingles = new ArrayList<>();
  private final List<long[]> times = new ArrayList<>();
  private final int[] placeOf;
  private Sets sets = new Sets(0);

  private Templates(List<Member> members) {
    this.members = members;
    placeOf = new int[members.size()];
  }

  /// @return for each member a number that is equal for members of one template, -1 without text
  static int[] of(List<Member> members) {
    var templates = new Templates(members);
    templates.collect();
    templates.confirm();
    return templates.answer();
  }

  private void collect() {
    for (var member : members)
      if (!member.plain().isEmpty()) places.putIfAbsent(member.plain(), 0);
    places.replaceAll((plain, none) -> {
      shingles.add(Shingles.of(plain));
      times.add(new long[]{Long.MAX_VALUE, Long.MIN_VALUE});
      return shingles.size() - 1;
    });
    for (var i = 0; i < placeOf.length; i++) {
      var member = members.get(i);
      placeOf[i] = places.getOrDefault(member.plain(), -1);
      if (placeOf[i] < 0 || !member.hasTime()) continue;
      var time = times.get(placeOf[i]);
      time[0] = Math.min(time[0], member.at());
      time[1] = Math.max(time[1], member.at());
    }
    sets = new Sets(shingles.size());
  }

  private void confirm() {
    var bands = new HashMap<Long, List<Integer>>();
    var seen = new boolean[shingles.size()];
    for (var i = 0; i < placeOf.length; i++) {
      if (placeOf[i] < 0 || seen[placeOf[i]]) continue;
      seen[placeOf[i]] = true;
      for (var key : members.get(i).keys())
        if (Marks.kind(key) == Kind.BAND)
          bands.computeIfAbsent(key, k -> new ArrayList<>(2)).add(placeOf[i]);
    }
    for (var band : bands.values()) {
      band.sort(null);
      for (var k = 1; k < band.size(); k++) {
        for (var i = Math.max(0, k - NEIGHBOURS); i < k; i++)
          compare(band.get(i), band.get(k));
        for (var i = 0; i < Math.min(FIRST, k - NEIGHBOURS); i++)
          compare(band.get(i), band.get(k));
      }
    }
  }

  private void compare(int a, int b) {
    if (sets.find(a) == sets.find(b) || isFarApart(times.get(a), times.get(b))) return;
    if (Shingles.similarity(shingles.get(a), shingles.get(b)) >= CONFIRM) sets.join(a, b);
  }

  private static boolean isFarApart(long[] a, long[] b) {
    return a[0] <= a[1] && b[0] <= b[1]
        && (a[0] - b[1] > WINDOW_MILLIS || b[0] - a[1] > WINDOW_MILLIS);
  }

  private int[] answer() {
    var answer = new int[placeOf.length];
    for (var i = 0; i < answer.length; i++)
      answer[i] = placeOf[i] < 0 ? -1 : sets.find(placeOf[i]);
    return answer;
  }
}

package dev.holdfast.desk.campaign;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import dev.holdfast.desk.trait.Pictures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which fingerprints are one picture: those near each other, chains included.
final class PictureSets {
  private PictureSets() {}

  /// @return for each fingerprint the least one of its picture
  static Map<String, String> of(List<Member> members) {
    var keys = new TreeMap<String, long[]>();
    for (var member : members)
      if (!member.pdq().isEmpty()) keys.putIfAbsent(member.pdq(), member.keys());
    var prints = new ArrayList<>(keys.keySet());
    var bits = prints.stream().map(Pictures::bits).toList();
    var sets = new Sets(prints.size());
    var index = Index.of(prints.size(), i -> keys.getOrDefault(prints.get(i), new long[0]),
        key -> Marks.kind(key) == Kind.IMAGE);
    for (var holders : index.shared().values())
      for (var k = 1; k < holders.size(); k++)
        for (var i = Math.max(0, k - 8); i < k; i++)
          if (Pictures.distance(bits.get(holders.get(i)),
              bits.get(holders.get(k))) <= Pictures.NEAR)
            sets.join(holders.get(i), holders.get(k));
    var least = new HashMap<String, String>();
    for (var i = 0; i < prints.size(); i++)
      least.put(prints.get(i), prints.get(sets.find(i)));
    return least;
  }
}

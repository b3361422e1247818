package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Members in clusters that only grow: each cluster is named by its least member and keeps
/// its profile.
final class Crowd {
  private final Sets sets;
  private final @Nullable Profile[] profiles;
  private final int[] sizes;

  Crowd(List<Member> members, List<long[]> marks) {
    sets = new Sets(members.size());
    profiles = new Profile[members.size()];
    sizes = new int[members.size()];
    Arrays.fill(sizes, 1);
    for (var i = 0; i < members.size(); i++)
      profiles[i] = Profile.one(marks.get(i), members.get(i).at());
  }

  int find(int member) {
    return sets.find(member);
  }

  boolean isCluster(int member) {
    return profiles[member] != null;
  }

  Profile profile(int cluster) {
    return Objects.requireNonNull(profiles[cluster]);
  }

  int size(int cluster) {
    return sizes[cluster];
  }

  /// @return the name of both together
  int join(int a, int b) {
    var kept = Math.min(a, b);
    var gone = Math.max(a, b);
    sets.join(a, b);
    profiles[kept] = profile(kept).with(profile(gone));
    profiles[gone] = null;
    sizes[kept] += sizes[gone];
    return kept;
  }

  void markCore(int cluster) {
    profiles[cluster] = profile(cluster).asCore();
  }

  List<Integer> clusters() {
    var clusters = new ArrayList<Integer>();
    for (var i = 0; i < profiles.length; i++)
      if (profiles[i] != null) clusters.add(i);
    return clusters;
  }

  List<Profile> cores() {
    return clusters().stream().map(this::profile).filter(p -> p.cores() > 0).toList();
  }
}

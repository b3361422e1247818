package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.judgement.Background;
import dev.holdfast.desk.judgement.Bench;
import dev.holdfast.desk.judgement.Profile;
import dev.holdfast.desk.judgement.Weighing;
import dev.holdfast.desk.trait.Marks;
import java.util.ArrayList;
import java.util.List;

/// An island parted into campaigns.
final class Parted {
  private static final int LARGE = 1_000;

  private final List<Member> members;
  private final Sightings.Seen seen;
  private final Crowd crowd;
  private final Background background;

  Parted(List<Member> members, Sightings.Seen seen, Crowd crowd, Background background) {
    this.members = members;
    this.seen = seen;
    this.crowd = crowd;
    this.background = background;
  }

  /// Where one report belongs.
  ///
  /// @param campaign its name: made from the least report in it
  /// @param playbook its name
  /// @param log of the ratio by which it belongs there; 0 if it stands alone
  /// @param undecided whether that lies in the band or hangs on one feature
  // Sorted marks of many reports are held at once; nobody changes them.
  @SuppressWarnings("ArrayRecordComponent")
  record Place(Member member, long[] marks, String campaign, String playbook, double log,
      boolean undecided) {}

  /// A campaign of more than one.
  ///
  /// @param profile all its reports together
  record Group(String campaign, Profile profile) {}

  /// Every member's place.
  List<Place> places() {
    var places = new ArrayList<Place>();
    for (var i = 0; i < members.size(); i++)
      places.add(place(i));
    return places;
  }

  private Place place(int i) {
    var member = members.get(i);
    var cluster = crowd.find(i);
    var campaign = name("c", members.get(cluster).id());
    var playbook = seen.playbooks().get(i).isEmpty()
        ? name("p", "of " + member.id())
        : name("p", seen.playbooks().get(i));
    if (crowd.size(cluster) == 1)
      return new Place(member, seen.marks().get(i), campaign, playbook, 0, false);
    var own = Profile.one(seen.marks().get(i), member.at());
    var whole = crowd.profile(cluster);
    var rest = crowd.size(cluster) > LARGE ? whole : whole.without(own);
    var weighing = Weighing.of(own, rest, background);
    return new Place(member, seen.marks().get(i), campaign, playbook, weighing.log(),
        Bench.answer(weighing) != Answer.SAME_CAMPAIGN);
  }

  /// The campaigns of more than one report.
  List<Group> groups() {
    return crowd.clusters()
        .stream()
        .filter(c -> crowd.size(c) > 1)
        .map(c -> new Group(name("c", members.get(c).id()), crowd.profile(c)))
        .toList();
  }

  Background background() {
    return background;
  }

  /// A short name that depends on the text alone.
  static String name(String prefix, String text) {
    return prefix + "-" + String.format("%013x", Marks.hash(text) >>> 12);
  }
}

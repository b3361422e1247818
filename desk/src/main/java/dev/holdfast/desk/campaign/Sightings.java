package dev.holdfast.desk.campaign;

import dev.holdfast.desk.trait.Kind;
import dev.holdfast.desk.trait.Marks;
import dev.holdfast.desk.trait.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The marks of members once they are seen together: with their template, their playbook and their
/// misspellings, which only neighbours can tell.
final class Sightings {
  private final List<Member> members;
  private final int[] templates;
  private final Map<String, String> pictures;
  private final Map<Integer, String> plays = new HashMap<>();
  private final Map<Integer, String> leasts = new HashMap<>();
  private final Set<Integer> leading = new HashSet<>();

  private Sightings(List<Member> members) {
    this.members = members;
    this.templates = Templates.of(members);
    this.pictures = PictureSets.of(members);
  }

  /// @param marks of each member, sorted
  /// @param playbooks of each member, by a name; empty if it has none
  record Seen(List<long[]> marks, List<String> playbooks) {}

  static Seen of(List<Member> members) {
    return new Sightings(members).see();
  }

  private Seen see() {
    choosePlays();
    var spellings = spellings();
    var marks = new ArrayList<long[]>();
    var playbooks = new ArrayList<String>();
    for (var i = 0; i < members.size(); i++) {
      marks.add(marks(i, spellings.getOrDefault(templates[i], Spellings.NONE)));
      playbooks.add(playbook(i));
    }
    return new Seen(marks, playbooks);
  }

  /// A word is only misspelt beside others of the same text.
  private Map<Integer, Spellings> spellings() {
    var plains = new HashMap<Integer, List<String>>();
    for (var i = 0; i < templates.length; i++)
      if (templates[i] >= 0)
        plains.computeIfAbsent(templates[i], t -> new ArrayList<>()).add(members.get(i).plain());
    var spellings = new HashMap<Integer, Spellings>();
    plains.forEach((template, texts) -> spellings.put(template, Spellings.of(texts)));
    return spellings;
  }

  /// A template's play is the one most of its members show.
  private void choosePlays() {
    var votes = new TreeMap<Integer, Map<String, Integer>>();
    for (var i = 0; i < templates.length; i++) {
      if (templates[i] < 0) continue;
      var member = members.get(i);
      if (leads(member)) leading.add(templates[i]);
      leasts.merge(templates[i], member.plain(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      votes.computeIfAbsent(templates[i], t -> new TreeMap<>())
          .merge(member.play(), 1,
              Integer::sum);
    }
    votes.forEach((template, counts) -> plays.put(template, counts.entrySet()
        .stream()
        .max(Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("")));
  }

  private String play(int i) {
    return templates[i] < 0 ? members.get(i).play() : plays.getOrDefault(templates[i], "");
  }

  private String playbook(int i) {
    var play = play(i);
    if (!play.isEmpty() || !leading.contains(templates[i])) return play;
    return leasts.getOrDefault(templates[i], "");
  }

  /// Without an ask a text is a playbook only if it leads somewhere: talk repeats itself as well.
  private static boolean leads(Member member) {
    for (var mark : member.marks()) {
      var group = Marks.kind(mark).group();
      if (group == Kind.Group.SITE || group == Kind.Group.DEVICE || group == Kind.Group.CONTACT)
        return true;
    }
    return false;
  }

  private long[] marks(int i, Spellings spellings) {
    var member = members.get(i);
    var marks = new TreeSet<Long>();
    for (var mark : member.marks())
      if (Marks.kind(mark) != Kind.IMAGE) marks.add(mark);
    if (!member.pdq().isEmpty())
      marks.add(Marks.of(Kind.IMAGE, pictures.getOrDefault(member.pdq(), member.pdq())));
    if (templates[i] >= 0) {
      marks.add(Marks.of(Kind.TEMPLATE, leasts.getOrDefault(templates[i], "")));
      var odd = spellings.in(member.plain());
      odd.forEach(word -> marks.add(Marks.of(Kind.SPELLING, word)));
      if (odd.isEmpty()) marks.add(Marks.of(Kind.SPELLING, Trait.PLAIN));
    }
    var play = play(i);
    marks.add(Marks.of(Kind.PLAY, play.isEmpty() ? Trait.PLAIN : play));
    return marks.stream().mapToLong(Long::longValue).toArray();
  }
}

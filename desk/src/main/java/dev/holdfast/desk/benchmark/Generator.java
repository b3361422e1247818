package dev.holdfast.desk.benchmark;

import dev.holdfast.desk.report.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Reports of groups that share playbooks, with copycats, noise and gaps. The same seed gives the
/// same reports. The data card is docs/desk-benchmark.md.
public final class Generator {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DAYS = 60;

  private final Random random;
  private final Plan plan;
  private final List<Labelled> made = new ArrayList<>();
  private final List<Published> published = new ArrayList<>();
  private final String sharedHosting;
  private int count;

  /// How much of what.
  ///
  /// @param groups how many actors
  /// @param reports of each, on average
  /// @param missing 0 to 1, how often a field is missing
  public record Plan(int groups, int reports, double missing) {
    /// What the published figures are made with.
    public static final Plan USUAL = new Plan(14, 24, .2);
  }

  /// A text that the press prints from some time on.
  ///
  /// @param like a report that holds it
  public record Published(String like, Instant at) {}

  /// What came out.
  public record Made(List<Labelled> reports, List<Published> published) {}

  private Generator(long seed, Plan plan) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    this.plan = plan;
    this.sharedHosting = "panel" + random.nextInt(1000) + ".example";
  }

  /// Makes one data set.
  public static Made make(long seed, Plan plan) {
    var generator = new Generator(seed, plan);
    generator.all();
    return new Made(generator.made, generator.published);
  }

  private void all() {
    var playbooks = Phrases.playbooks();
    var originals = new ArrayList<Group>();
    for (var g = 0; g < plan.groups(); g++) {
      var keeps = g % 2 == 0
          ? Group.Keeps.MUCH
          : Group.pick(List.of(Group.Keeps.values()), random);
      var plays = new ArrayList<>(List.of(playbooks.get(g % playbooks.size())));
      if (random.nextInt(6) == 0) plays.add(Group.pick(playbooks, random));
      originals.add(new Group("g" + g, plays, keeps, random.nextInt(30), false, random));
    }
    for (var group : originals)
      reports(group, size());
    publish(originals.get(0), 0);
    publish(originals.get(1), 1);
    for (var i = 0; i < plan.groups() * plan.reports() / 6; i++)
      alone(i);
    Collections.shuffle(made, random);
  }

  private int size() {
    return Math.max(2, (int) (plan.reports() * (.3 + 1.4 * random.nextDouble())));
  }

  /// A text becomes public, and two copycats use it word for word within hours or days.
  private void publish(Group original, int number) {
    var exemplar = made.stream()
        .filter(l -> l.group().equals(original.name) && !l.report().turns().isEmpty())
        .findFirst();
    if (exemplar.isEmpty()) return;
    var day = 35 + random.nextInt(10);
    published.add(new Published(exemplar.get().report().id(), START.plus(day, ChronoUnit.DAYS)));
    for (var c = 0; c < 2; c++) {
      var keeps = c == 0 ? Group.Keeps.MUCH : Group.Keeps.SITES;
      var copycat = new Group("copy" + number + c, original.playbooks.subList(0, 1), keeps, day,
          true, random);
      var text = exemplar.get().report().turns().get(0).text();
      for (var i = 0; i < size(); i++)
        made.add(report(copycat, text, exemplar.get().report().lang(),
            exemplar.get().playbook()));
    }
  }

  private void reports(Group group, int size) {
    for (var i = 0; i < size; i++) {
      var playbook = Group.pick(group.playbooks, random);
      var lang = Group.pick(group.languages, random);
      var variants = Phrases.of(playbook, lang);
      if (variants.isEmpty()) continue;
      var text = Group.pick(variants, random).text();
      made.add(report(group, group.hand.write(text, random, .85), lang, playbook));
    }
  }

  private Labelled report(Group group, String text, String lang, String playbook) {
    var at = START.plus(group.start + random.nextInt(DAYS - group.start > 1
        ? DAYS - group.start
        : 1), ChronoUnit.DAYS)
        .plus(group.hour(random), ChronoUnit.HOURS)
        .plus(random.nextInt(3600), ChronoUnit.SECONDS);
    var links = new ArrayList<String>();
    var hasLinks = group.keeps != Group.Keeps.HAND;
    if (hasLinks && random.nextInt(10) < 6) links.add(group.link(random));
    if (random.nextInt(12) == 0) links.add("https://" + sharedHosting + "/help/center");
    if (random.nextInt(8) == 0) links.add("https://support.signal.org/hc/en-us");
    var qr = hasLinks && (group.keeps == Group.Keeps.DEVICE || random.nextInt(3) == 0)
        ? List.of(group.device(random))
        : List.<String>of();
    var size = group.size().split("x", 2);
    var picture = random.nextInt(3) == 0 || group.keeps == Group.Keeps.PICTURE
        ? new Report.Image(group.picture(random), Integer.parseInt(size[0]),
            Integer.parseInt(size[1]))
        : null;
    var moment = new Report.Moment(at, random.nextInt(12) == 0);
    return new Labelled(new Report(nextId(), isMissing() ? null : moment, maybe("Signal", ""),
        new Report.Sender(maybe(group.account(random), ""), maybe(group.ownNumber(random), ""),
            maybe(group.shownName(random), "")),
        maybe(lang, ""), turns(group, text, lang, at), maybe(links, List.of()),
        maybe(qr, List.of()),
        isMissing() ? null : picture, maybe(group.community(random), "")), group.name, playbook);
  }

  private List<Report.Turn> turns(Group group, String text, String lang, Instant at) {
    var turns = new ArrayList<Report.Turn>();
    turns.add(new Report.Turn(false, text, new Report.Moment(at, false)));
    if (random.nextInt(3) > 0) return turns;
    var later = at.plusSeconds(60 + random.nextInt(3600));
    turns.add(new Report.Turn(true, "?", new Report.Moment(later, false)));
    var lines = Phrases.FOLLOW_UPS.stream().filter(p -> p.lang().equals(lang)).toList();
    if (lines.isEmpty()) return turns;
    var own = new Random(group.name.hashCode());
    turns.add(new Report.Turn(false,
        group.hand.write(Group.pick(lines, own).text(), random, .85),
        new Report.Moment(later.plusSeconds(group.pace + random.nextInt(group.pace)), false)));
    return turns;
  }

  /// Ordinary talk and lures of other kinds: each stands alone.
  private void alone(int i) {
    var phrase = Group.pick(Phrases.OTHERS, random);
    var text = phrase.text().replace("{0}", filler());
    var sender = new Report.Sender(Group.uuid(random), "+" + (10 + random.nextInt(80))
        + String.format("%09d", random.nextInt(1_000_000_000)), "");
    var at = START.plus(random.nextInt(DAYS * 24), ChronoUnit.HOURS);
    var report = new Report(nextId(), new Report.Moment(at, false), "Signal", sender,
        phrase.lang(), List.of(new Report.Turn(false, text, null)), List.of(), List.of(), null,
        "");
    made.add(new Labelled(report, "alone" + i, "alone" + i));
  }

  private String filler() {
    var word = new StringBuilder();
    for (var i = 0; i < 3 + random.nextInt(8); i++)
      word.append((char) ('a' + random.nextInt(26)));
    return word + " " + random.nextInt(10_000);
  }

  private String nextId() {
    return "r" + Long.toHexString(random.nextLong() >>> 20) + count++;
  }

  private <T> T maybe(T value, T missing) {
    return isMissing() ? missing : value;
  }

  private boolean isMissing() {
    return random.nextDouble() < plan.missing();
  }
}

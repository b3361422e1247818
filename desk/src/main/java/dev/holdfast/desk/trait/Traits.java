package dev.holdfast.desk.trait;

import dev.holdfast.desk.likeness.PlainText;
import dev.holdfast.desk.likeness.Shingles;
import dev.holdfast.desk.likeness.Sketch;
import dev.holdfast.desk.report.Report;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a report's traits. Pure, safe for several threads. The guard's screen takes a moment to
/// make and is made for the first report.
public final class Traits {
  private static final Set<String> NOBODY = Set.of("unknown", "anonymous", "null", "none", "n/a",
      "na", "-", "?", "0", "undefined", "hidden", "private", "not available", "redacted", "x",
      "unbekannt", "inconnu");
  private static final int SHORTEST_SCRIPT = 12;

  private final PlainText plain = new PlainText();
  private @Nullable Screen screen;

  /// What a report shows.
  ///
  /// @param traits for comparing and explaining
  /// @param keys marks by which reports find each other, sorted
  /// @param plain the leading text in plain form, empty if there is none worth comparing
  /// @param play the playbook by what is asked under which pretext, empty if nothing is
  /// @param searchable the words of everything in it, in plain form
  /// @param verdict the guard's
  // Sorted marks of many reports are held at once; nobody changes them.
  @SuppressWarnings("ArrayRecordComponent")
  public record Read(List<Trait> traits, long[] keys, String plain, String play, String searchable,
      Verdict verdict) {}

  /// Reads one report.
  public Read of(Report report) {
    var verdict = screen().judge(conversation(report));
    var traits = new LinkedHashSet<Trait>();
    sender(report.sender(), traits);
    links(report, traits);
    var language = report.lang().isEmpty() ? verdict.language() : report.lang();
    texts(report, language, traits);
    picture(report, traits);
    traits.addAll(Clock.of(report));
    if (!report.community().isEmpty())
      traits.add(new Trait(Kind.COMMUNITY, report.community().toLowerCase(Locale.ROOT)));
    if (!language.equals("und")) traits.add(new Trait(Kind.LANGUAGE, language));
    var order = order(verdict);
    if (!order.isEmpty()) traits.add(new Trait(Kind.ORDER, order));
    var leading = leading(report);
    var keys = keys(report, traits, leading, verdict);
    return new Read(List.copyOf(traits), keys, leading, play(verdict), searchable(report),
        verdict);
  }

  private String searchable(Report report) {
    var all = new StringBuilder(report.sender().name()).append(' ').append(report.community());
    for (var turn : report.turns())
      all.append(' ').append(turn.text());
    for (var link : report.links())
      all.append(' ').append(link);
    return words(all.toString());
  }

  /// Words in the form in which they are searched.
  public String words(String text) {
    return String.join(" ", PlainText.words(plain.of(text.replaceAll("[:/.?=&_-]", " "))));
  }

  private synchronized Screen screen() {
    var made = screen == null ? Screen.packed() : screen;
    screen = made;
    return made;
  }

  private static Conversation conversation(Report report) {
    var turns = new ArrayList<Turn>();
    for (var turn : report.turns())
      turns.add(turn.mine() ? Turn.me(turn.text()) : Turn.them(turn.text()));
    var payloads = new ArrayList<String>(report.links());
    payloads.addAll(report.qr());
    if (!payloads.isEmpty())
      turns.add(new Turn(Turn.From.THEM, "", List.of(new Turn.Attachment("", payloads))));
    return new Conversation(report.app(), Sender.stranger(report.sender().name()), turns);
  }

  private static void sender(Report.Sender sender, Set<Trait> traits) {
    if (isSomebody(sender.id())) traits.add(new Trait(Kind.SENDER_ID, sender.id()));
    var number = Contacts.digits(sender.number());
    if (number.length() >= 8) {
      traits.add(new Trait(Kind.SENDER_NUMBER, number));
      traits.add(new Trait(Kind.RANGE, number.substring(0, Math.min(8, number.length() - 2))));
      traits.add(new Trait(Kind.WIDE_RANGE, number.substring(0, Math.min(6, number.length() - 3))));
    }
    if (isSomebody(sender.name())) {
      var kind = Names.ofTheTrade(sender.name()) ? Kind.TRADE_NAME : Kind.NAME;
      traits.add(new Trait(kind, Names.normal(sender.name())));
      traits.add(new Trait(Kind.NAME_SHAPE, Names.shape(sender.name())));
    }
  }

  private static boolean isSomebody(String told) {
    return !told.isBlank() && !NOBODY.contains(told.strip().toLowerCase(Locale.ROOT));
  }

  private static void links(Report report, Set<Trait> traits) {
    for (var link : report.links())
      traits.addAll(Addresses.of(link));
    for (var payload : report.qr())
      traits.addAll(Addresses.of(payload));
    for (var text : report.theirs()) {
      for (var link : Contacts.links(text))
        traits.addAll(Addresses.of(link));
      traits.addAll(Contacts.of(text));
    }
  }

  private void texts(Report report, String language, Set<Trait> traits) {
    var theirs = report.theirs();
    traits.addAll(Style.of(theirs, language.startsWith("fr")));
    for (var i = 1; i < theirs.size(); i++) {
      var later = plain.of(theirs.get(i));
      if (later.length() >= SHORTEST_SCRIPT) traits.add(new Trait(Kind.SCRIPT, later));
    }
  }

  private static void picture(Report report, Set<Trait> traits) {
    var image = report.image();
    if (image == null) return;
    if (!image.pdq().isEmpty() && Pictures.telling(image.pdq()))
      traits.add(new Trait(Kind.IMAGE, image.pdq()));
    if (image.width() > 0 && image.height() > 0)
      traits.add(new Trait(Kind.IMAGE_SIZE, image.width() + "x" + image.height()));
  }

  /// The first text long enough to be a template; all of them together if none is.
  private String leading(Report report) {
    for (var text : report.theirs()) {
      var folded = plain.of(text);
      if (PlainText.longEnough(folded)) return folded;
    }
    var all = plain.of(String.join(" ", report.theirs()));
    return PlainText.longEnough(all) ? all : "";
  }

  private static String order(Verdict verdict) {
    var steps = new ArrayList<String>();
    for (var evidence : verdict.evidence()) {
      var what = evidence.what();
      var step = what.startsWith("act_") || what.startsWith("asks_");
      if (step && (steps.isEmpty() || !steps.getLast().equals(what))) steps.add(what);
    }
    return String.join(">", steps);
  }

  private static String play(Verdict verdict) {
    if (verdict.level() == Level.CLEAR || verdict.asks().isEmpty()) return "";
    return verdict.asks().get(0).wire() + "/" + verdict.pretext();
  }

  private static long[] keys(Report report, Set<Trait> traits, String leading, Verdict verdict) {
    SortedSet<Long> keys = new TreeSet<>();
    for (var trait : traits) {
      if (trait.kind().hard()) keys.add(trait.mark());
      if (trait.kind() == Kind.IMAGE)
        for (var key : Pictures.keys(trait.value()))
        keys.add(Marks.of(Kind.IMAGE, key));
    }
    if (!leading.isEmpty()) {
      keys.add(Marks.of(Kind.BAND, leading));
      var sketch = verdict.level() == Level.CLEAR && report.links().isEmpty()
          ? Sketch.TALK
          : Sketch.LURES;
      for (var band : sketch.of(Shingles.of(leading)))
        keys.add(Marks.of(Kind.BAND, band));
    }
    return keys.stream().mapToLong(Long::longValue).toArray();
  }
}

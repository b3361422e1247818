package dev.holdfast.guard.train;

import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import dev.holdfast.guard.thread.Reader;
import dev.holdfast.guard.warning.Notice;
import dev.holdfast.guard.warning.Notices;
import dev.holdfast.guard.warning.Templates;
import dev.holdfast.kernel.warning.Salt;
import dev.holdfast.kernel.warning.Template;
import dev.holdfast.kernel.warning.WarningId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Measures the templates of warnings (docs/warnings.md, section 9): how often an edited lure is
/// still found, and how often ordinary talk is taken for one.
public final class Warned {
  private static final long SEED = 20261124;
  private static final int[] PERCENT = {0, 5, 10, 15, 20, 30};
  private static final Salt SALT = new Salt("77".repeat(16));

  private final Reader reader;
  private final Templates templates;
  private final Random random = new Random(SEED);

  private Warned() {
    var lexicon = Lexicon.load();
    reader = new Reader(lexicon);
    templates = new Templates(lexicon);
  }

  /// Prints the tables.
  public static void main(String[] words) {
    new Warned().print();
  }

  private void print() {
    var lures = Data.corpus().stream().filter(Item::isLure).toList();
    var known = new ArrayList<String>();
    var made = new ArrayList<Template>();
    for (var lure : lures)
      make(theirs(lure), known, made);
    System.out.printf(Locale.ROOT, "templates: %d of %d lures (the others are too short)%n",
        made.size(), lures.size());
    edits(known);
    chance(Notices.of(List.of(new Notice(new WarningId("77".repeat(16)), "all", List.of(), SALT,
        made))));
  }

  private void make(String text, List<String> known, List<Template> made) {
    try {
      made.add(templates.of(text, SALT));
      known.add(text);
    } catch (IllegalArgumentException e) {
      // Too short for a template.
    }
  }

  private static String theirs(Item item) {
    var text = new StringBuilder();
    for (var turn : item.conversation().turns())
      if (turn.from() == Turn.From.THEM) text.append(turn.text()).append('\n');
    return text.toString();
  }

  private void edits(List<String> known) {
    System.out.println("words replaced (letters, where no spaces are): found");
    for (var percent : PERCENT) {
      var rate = new Tallied();
      for (var text : known)
        rate.add(found(one(text), edited(text, percent)));
      System.out.println("  " + percent + " %: " + rate);
    }
  }

  private Notices one(String text) {
    return Notices.of(List.of(new Notice(new WarningId("77".repeat(16)), "one", List.of(), SALT,
        List.of(templates.of(text, SALT)))));
  }

  private boolean found(Notices notices, String text) {
    return found(notices, Conversation.of(Sender.stranger(""), text));
  }

  private boolean found(Notices notices, Conversation conversation) {
    return notices.in(reader.read(conversation)).isPresent();
  }

  /// Other words of the same text take the places, so that the language stays the same.
  private String edited(String text, int percent) {
    var gap = text.strip().contains(" ") ? " " : "";
    var words = text.strip().split(gap.isEmpty() ? "(?<=.)" : " ", -1);
    var source = words.clone();
    for (var i = 0; i < words.length; i++)
      if (random.nextInt(100) < percent) words[i] = source[random.nextInt(source.length)];
    return String.join(gap, words);
  }

  private void chance(Notices all) {
    var by = new LinkedHashMap<String, Tallied>();
    Set<String> matched = new TreeSet<>();
    for (var item : Data.publicSets()) {
      var hit = found(all, item.conversation());
      by.computeIfAbsent(item.source(), source -> new Tallied()).add(hit);
      if (hit) matched.add(item.source() + " " + item.language());
    }
    for (var item : Data.corpus())
      if (!item.isLure())
        by.computeIfAbsent("negatives of level " + item.level(), source -> new Tallied())
            .add(found(all, item.conversation()));
    System.out.println("taken for a known lure:");
    by.forEach((source, rate) -> System.out.println("  " + source + ": " + rate));
    System.out.println("  in: " + matched);
  }

  /// A share.
  private static final class Tallied {
    private int hits;
    private int all;

    void add(boolean hit) {
      all++;
      if (hit) hits++;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f %% (%d of %d)", 100.0 * hits / Math.max(1, all),
          hits, all);
    }
  }
}

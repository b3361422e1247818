package dev.holdfast.guard.train;

import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.evade.Evasion;
import dev.holdfast.guard.model.Model;
import java.util.List;
import java.util.Locale;

/// Prints the table of the bars: every item is judged by a model that never saw its fold, with the
/// thresholds that the committed model carries. Arguments: the splits, in lower case, and `second`
/// for the committed model on the set of other writers, which nothing was trained on; default all.
public final class Evaluate {
  private Evaluate() {}

  /// Prints to standard output.
  public static void main(String[] args) {
    var corpus = Data.corpus();
    var publicSets = Data.publicSets();
    System.out.println("corpus: " + corpus.stream().filter(Item::isLure).count() + " lures, "
        + corpus.stream().filter(i -> !i.isLure()).count() + " negatives; public messages: "
        + publicSets.size());
    var mix = Model.packed().mix();
    System.out.printf(Locale.ROOT, "thresholds: caution %.3f, danger %.3f, soft %.3f, topic %.2f%n",
        mix.caution(), mix.danger(), mix.soft(), mix.topic());
    var wanted = List.of(args);
    if (wanted.isEmpty() || wanted.contains("second")) second();
    var trainable = Train.varied(Data.trainable(corpus, publicSets), new Examples());
    for (var split : Splits.values())
      if (wanted.isEmpty() || wanted.contains(split.word()))
        held(split, trainable, corpus, publicSets, mix);
    Speed.print(corpus);
  }

  private static void second() {
    var tally = new Tally();
    var screen = Screen.packed();
    for (var item : Data.second())
      judge(item, screen, tally, true);
    print("second set", tally);
  }

  private static void print(String title, Tally tally) {
    System.out.println("\n" + title);
    tally.forEach((name, rate) -> System.out.println("  " + name + ": " + rate));
  }

  private static void held(Splits split, List<List<Example>> trainable, List<Item> corpus,
      List<Item> publicSets, Model.Mix mix) {
    var tally = new Tally();
    var held = new HeldOut(trainable, split);
    var pairs = held.pairs();
    for (var fold = 0; fold < Splits.FOLDS; fold++) {
      var seen = held.without(fold);
      var screen = Screen
          .of(Learner.learn(seen, Learner.heads(seen), held.forests(fold, pairs), mix));
      for (var item : corpus)
        if (split.foldOf(item) == fold)
          judge(item, screen, tally,
              split == Splits.ITEM && Math.floorMod(item.conversation().hashCode(), 4) == 0);
      for (var item : publicSets)
        if (split.foldOf(item) == fold) ham(item, screen, tally);
    }
    print("held out by " + split.word(), tally);
  }

  private static void judge(Item item, Screen screen, Tally tally, boolean disguised) {
    var verdict = screen.judge(item.conversation());
    if (item.isLure()) lure(item, verdict, tally);
    else
      negative(item, verdict, tally);
    if (!disguised || !item.isLure()) return;
    for (var evasion : Evasion.ALL)
      tally.add("recall under " + evasion.name().toLowerCase(Locale.ROOT),
          alarms(screen.judge(evasion.apply(item.conversation(), 7))));
  }

  private static void lure(Item item, Verdict verdict, Tally tally) {
    var alarms = alarms(verdict);
    tally.add("recall", alarms);
    tally.add("recall as danger", verdict.level() == Level.DANGER);
    tally.add("recall in " + item.language(), alarms);
    tally.add("recall of " + item.group(), alarms);
    if (alarms)
      tally.add("right asks",
          verdict.asks().size() <= 2 && verdict.asks().stream().anyMatch(item.asks()::contains));
  }

  private static void negative(Item item, Verdict verdict, Tally tally) {
    tally.add("negatives at danger", verdict.level() == Level.DANGER);
    if (item.level() < 2) {
      tally.add("negatives of level 0 and 1 at caution or danger", alarms(verdict));
      tally.add("negatives of kind " + item.group(), alarms(verdict));
    } else {
      tally.add("negatives of level 2 at caution", verdict.level() == Level.CAUTION);
    }
  }

  private static void ham(Item item, Screen screen, Tally tally) {
    var alarms = alarms(screen.judge(item.conversation()));
    tally.add((Data.NEIGHBOURS.contains(item.source()) ? "neighbours " : "ordinary talk ")
        + item.source(), alarms);
    if (!Data.NEIGHBOURS.contains(item.source())) tally.add("ordinary talk", alarms);
  }

  private static boolean alarms(Verdict verdict) {
    return verdict.level() != Level.CLEAR;
  }
}

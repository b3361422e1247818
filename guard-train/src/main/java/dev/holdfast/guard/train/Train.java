package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Trains the committed model: `Train`
/// writes `guard/src/main/resources/dev/holdfast/guard/model.bin`.
public final class Train {
  private Train() {}

  /// Trains and writes.
  public static void main(String[] args) throws IOException {
    var bytes = model().write();
    var file = Data.root().resolve("guard/src/main/resources/dev/holdfast/guard/model.bin");
    Files.write(file, bytes);
    System.out.println(file + ": " + bytes.length + " bytes");
  }

  /// The model from the corpus and the public sets, thresholds from held-out folds; always
  /// the same.
  static Model model() {
    var corpus = Data.corpus();
    var publicSets = Data.publicSets();
    return model(varied(Data.trainable(corpus, publicSets), new Examples()));
  }

  /// The same from other material.
  ///
  /// @param trainable the variants of every item, the plain one first
  static Model model(List<List<Example>> trainable) {
    var held = new HeldOut(trainable, Splits.ITEM);
    var rows = new ArrayList<List<Row>>();
    var scored = new ArrayList<Cut.Scored>();
    for (var fold = 0; fold < Splits.FOLDS; fold++)
      rows.add(held.rows(fold, Learner.heads(held.without(fold))));
    for (var fold = 0; fold < Splits.FOLDS; fold++)
      scored.addAll(scores(held, rows, fold));
    var all = held.without();
    var forests = Forests.grow(rows.stream().flatMap(List::stream).toList());
    return Learner.learn(all, Learner.heads(all), forests, Cut.thresholds(scored));
  }

  /// Scores of one fold, by heads, forests and a soft head that did not see it.
  private static List<Cut.Scored> scores(HeldOut held, List<List<Row>> rows, int fold) {
    var others = new ArrayList<Row>();
    for (var other = 0; other < rows.size(); other++)
      if (other != fold) others.addAll(rows.get(other));
    var forests = Forests.grow(others);
    var soft = Learner.soft(held.without(fold));
    return rows.get(fold)
        .stream()
        .filter(r -> !r.example().varied())
        .map(r -> Cut.scored(r.example(), forests, r.numbers(),
            Model.probability(soft, r.example().features())))
        .toList();
  }

  static List<List<Example>> varied(List<Item> items, Examples makes) {
    var varied = new ArrayList<List<Example>>();
    var seed = 0L;
    for (var item : items)
      varied.add(makes.varied(item, seed++));
    return varied;
  }
}

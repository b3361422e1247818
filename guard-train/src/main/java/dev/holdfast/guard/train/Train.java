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
    var makes = new Examples();
    var trainable = varied(Data.trainable(corpus, publicSets), makes);
    var plain = trainable.stream().map(v -> v.get(0)).toList();
    var models = new ArrayList<Model>();
    for (var fold = 0; fold < Splits.FOLDS; fold++)
      models.add(HeldOut.model(trainable, Splits.ITEM, fold));
    var mix = Cut.thresholds(HeldOut.scores(models, plain, Splits.ITEM), HeldOut.PLAIN);
    var all = new ArrayList<Example>();
    trainable.forEach(all::addAll);
    return Learner.learn(all, mix);
  }

  static List<List<Example>> varied(List<Item> items, Examples makes) {
    var varied = new ArrayList<List<Example>>();
    var seed = 0L;
    for (var item : items)
      varied.add(makes.varied(item, seed++));
    return varied;
  }
}

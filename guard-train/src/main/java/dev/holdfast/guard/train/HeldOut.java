package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Model;
import java.util.ArrayList;
import java.util.List;

/// Scores every item by a model that never saw its fold.
final class HeldOut {
  /// The mixture before thresholds are known.
  static final Model.Mix PLAIN = new Model.Mix(1.15f, 0.95f, 0, 0.5f, 0.9f, 0.5f, -1e6f);

  private HeldOut() {}

  /// The model of one fold.
  static Model model(List<List<Example>> trainable, Splits split, int fold) {
    var examples = new ArrayList<Example>();
    for (var variants : trainable)
      if (split.foldOf(variants.get(0).item()) != fold) examples.addAll(variants);
    return Learner.learn(examples, PLAIN);
  }

  static List<Cut.Scored> scores(List<Model> models, List<Example> examples, Splits split) {
    var scored = new ArrayList<Cut.Scored>();
    for (var example : examples) {
      var model = models.get(split.foldOf(example.item()));
      scored.add(new Cut.Scored(example.item(), model.harmful(example.features()),
          model.soft(example.features()), model.topic(example.features())));
    }
    return scored;
  }
}

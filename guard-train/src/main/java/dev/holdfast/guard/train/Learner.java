package dev.holdfast.guard.train;

import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.model.Features;
import dev.holdfast.guard.model.Head;
import dev.holdfast.guard.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// Learns all heads of a model. The same examples in the same order give the same model.
final class Learner {
  private static final long SEED = 20261124;
  private static final int EPOCHS = 8;
  private static final int TOPIC_EPOCHS = 4;
  private static final int ASK_EPOCHS = 6;
  private static final int SOFT_SAID_BITS = 17;
  private static final int ASK_MEANT_BITS = 14;
  private static final int ASK_SAID_BITS = 15;

  private Learner() {}

  /// The heads under the forests.
  static Heads heads(List<Example> examples) {
    var lure = binary(examples, Example::lure, EPOCHS, Features.MEANT_BITS, Features.SAID_BITS);
    var topic = binary(examples.stream().filter(e -> e.lure() || e.isOrdinary()).toList(),
        Example::lure, TOPIC_EPOCHS, Features.MEANT_BITS, Features.SAID_BITS);
    return new Heads(lure, topic);
  }

  /// The head for sharing on purpose.
  static Head soft(List<Example> examples) {
    return binary(examples, Example::soft, EPOCHS, Features.MEANT_BITS, SOFT_SAID_BITS);
  }

  /// A whole model.
  static Model learn(List<Example> examples, Heads heads, Forests forests, Model.Mix mix) {
    var lures = examples.stream().filter(Example::lure).toList();
    var asks = new ArrayList<Head>();
    for (var ask : Ask.ALL)
      asks.add(binary(lures, e -> e.item().asks().contains(ask), ASK_EPOCHS, ASK_MEANT_BITS,
          ASK_SAID_BITS));
    return new Model(heads.lure(), heads.topic(), forests.harm(), forests.strange(), soft(examples),
        asks,
        mix);
  }

  /// Of twenty looks three see pieces alone and three see facts alone, so that neither leans on
  /// the other.
  private static Head binary(List<Example> examples, Predicate<Example> is, int epochs,
      int meantBits, int saidBits) {
    var weights = new Weights(meantBits, saidBits);
    var order = new ArrayList<>(examples);
    var random = new Random(SEED);
    for (var epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      for (var example : order) {
        var look = random.nextInt(20);
        weights.step(example.features(), is.test(example), example.weight(), look >= 3,
            look < 3 || look >= 6);
      }
    }
    return weights.head();
  }
}

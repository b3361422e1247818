package dev.holdfast.guard.model;

import dev.holdfast.guard.thread.Reading;

/// A conversation as the model sees it: two sets of hashed features, and a few dozen numbers.
public final class Features {
  /// Size of the table of facts.
  public static final int MEANT_BITS = 16;
  /// Size of the table of pieces.
  public static final int SAID_BITS = 20;

  private final int[] meant;
  private final int[] said;
  private final float[] traits;

  private Features(int[] meant, int[] said, float[] traits) {
    this.meant = meant;
    this.said = said;
    this.traits = traits;
  }

  /// The features of a conversation.
  public static Features of(Reading reading) {
    var meant = new Bag(MEANT_BITS);
    var said = new Bag(SAID_BITS);
    var traits = Facts.collect(reading, meant);
    Ngrams.collect(reading, said);
    return new Features(meant.features(), said.features(), traits);
  }

  /// The conversation in numbers, see [Traits]. Shared, not to be changed.
  public float[] traits() {
    return traits;
  }

  /// Hashed facts, below two to the power of [#MEANT_BITS]. Shared, not to be changed.
  public int[] meant() {
    return meant;
  }

  /// Hashed pieces, below two to the power of [#SAID_BITS]. Shared, not to be changed.
  public int[] said() {
    return said;
  }
}

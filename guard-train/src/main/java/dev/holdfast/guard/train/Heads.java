package dev.holdfast.guard.train;

import dev.holdfast.guard.model.Head;
import dev.holdfast.guard.model.Model;

/// The two heads whose sums the forests look at, see [Model].
///
/// @param lure as of [Model]
/// @param topic as of [Model]
record Heads(Head lure, Head topic) {
  Row row(Example example) {
    return new Row(example, Model.numbers(lure, topic, example.features()));
  }
}

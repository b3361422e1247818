package dev.holdfast.guard.fuzz;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.lexicon.Lexicon;

/// The normaliser takes any text, and its offsets stay in it and in order.
public final class FoldTarget {
  private static final Folder FOLDER = new Folder(Lexicon.load());

  private FoldTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] data) {
    check(Inputs.text(data));
  }

  static void check(String text) {
    var folded = FOLDER.fold(text);
    var before = 0;
    for (var i = 0; i < folded.text().length(); i++) {
      var start = folded.startOf(i);
      if (start < before || start >= folded.endOf(i) || folded.endOf(i) > text.length())
        throw new AssertionError("the offsets of character " + i + " are wrong");
      before = start;
    }
    for (var disguise : folded.disguises())
      if (disguise.start() < 0 || disguise.start() >= disguise.end()
          || disguise.end() > text.length())
        throw new AssertionError("the offsets of a disguise are wrong");
  }
}

package dev.holdfast.guard.warning;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import dev.holdfast.kernel.warning.Salt;
import dev.holdfast.kernel.warning.Template;
import java.util.ArrayList;
import java.util.SortedSet;
import java.util.TreeSet;

/// Makes templates of known lures, for whoever signs warnings.
public final class Templates {
  /// How this version folds and cuts.
  public static final int PROFILE = 1;
  /// The fewest windows a text must have: shorter ones look like too much ordinary talk.
  public static final int FEWEST = 24;

  private static final int AIM = 48;

  private final Folder folder;

  /// @param words those of the guard's lexicon, so that both sides fold alike
  public Templates(Words words) {
    this.folder = new Folder(words);
  }

  /// The template of a message.
  ///
  /// @throws IllegalArgumentException with a sentence, if the text is too short to be told
  ///           from others
  public Template of(String text, Salt salt) {
    var windows = Windows.of(folder.fold(text).text());
    var count = windows.count();
    if (count < FEWEST)
      throw new IllegalArgumentException(
          "a template needs about " + (FEWEST + Windows.LONG)
              + " letters to be told from other talk");
    var shift = Math.max(0, 31 - Integer.numberOfLeadingZeros(count / AIM));
    return new Template(PROFILE, shift, new ArrayList<>(prints(windows, shift, salt)));
  }

  private static SortedSet<Long> prints(Windows windows, int shift, Salt salt) {
    var found = new TreeSet<Long>(Long::compareUnsigned);
    windows.each(shift, new Prints(salt), found::add);
    while (found.size() > Template.MOST_PRINTS)
      found.pollLast();
    return found;
  }
}

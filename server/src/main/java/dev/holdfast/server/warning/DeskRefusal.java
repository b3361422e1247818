package dev.holdfast.server.warning;

/// Why a desk's word was not done: a sentence, a way out, an exit code.
public final class DeskRefusal extends RuntimeException {
  /// The question was put wrongly.
  public static final int USAGE = 2;
  /// There is no such thing.
  public static final int ABSENT = 3;
  /// A rule says no.
  public static final int REFUSED = 4;

  private static final long serialVersionUID = 1L;

  private final int exit;
  private final String hint;

  DeskRefusal(int exit, String sentence, String hint) {
    super(sentence);
    this.exit = exit;
    this.hint = hint;
  }

  /// What the program ends with.
  public int exit() {
    return exit;
  }

  /// The way out; may be empty.
  public String hint() {
    return hint;
  }
}

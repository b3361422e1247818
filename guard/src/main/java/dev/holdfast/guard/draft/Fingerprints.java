package dev.holdfast.guard.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is kept of one secret: per window of three aligned groups eight keyed bits and a slow
/// fingerprint. Without the key, which lies elsewhere, they say nothing; with it, each guess costs a
/// slow hash.
///
/// @param kind which secret
/// @param salt 16 bytes of this secret
/// @param windows in the order of the groups
public record Fingerprints(SecretKind kind, Salt salt, List<Window> windows) {
  /// How many groups make a window.
  public static final int WINDOW_GROUPS = 3;

  /// One window.
  ///
  /// @param prefilter eight keyed bits, 0 to 255
  /// @param print the slow fingerprint as 32 hexadecimal digits
  public record Window(int prefilter, String print) {}

  /// Sixteen random bytes, as 32 hexadecimal digits.
  public record Salt(String hex) {
    /// A salt of this shape.
    public Salt {
      if (hex.length() != 32) throw new IllegalArgumentException("a salt is 32 hexadecimal digits");
    }
  }

  /// Copies the windows.
  public Fingerprints { windows = List.copyOf(windows); }

  /// How many groups the secret has.
  public int groups() {
    return windows.size() + WINDOW_GROUPS - 1;
  }

  int windowLetters() {
    return WINDOW_GROUPS * kind.groupLetters();
  }

  /// Takes the fingerprints of a secret.
  ///
  /// @param secret as displayed or stored; read, not kept
  /// @param salt 16 fresh random bytes
  /// @param prints the key and the slow hash
  /// @throws IllegalArgumentException if it is shorter than three groups or no whole number
  ///           of groups
  public static Fingerprints of(SecretKind kind, CharSequence secret, Salt salt, Prints prints) {
    var symbols = symbols(secret);
    var size = kind.groupLetters();
    if (symbols.length() % size != 0 || symbols.length() < WINDOW_GROUPS * size)
      throw new IllegalArgumentException("the secret is no whole number of groups");
    var windows = new ArrayList<Window>();
    for (var i = 0; i + WINDOW_GROUPS * size <= symbols.length(); i += size)
      windows.add(prints.of(window(symbols, i, kind), salt));
    return new Fingerprints(kind, salt, windows);
  }

  /// Whether they were taken of `secret`; costs a slow hash where its prefilters agree.
  ///
  /// @param secret as displayed or stored; read, not kept
  /// @param prints the key and the slow hash that they were taken with
  public boolean areOf(CharSequence secret, Prints prints) {
    var symbols = symbols(secret);
    var size = kind.groupLetters();
    if (symbols.length() != groups() * size) return false;
    for (var i = 0; i < windows.size(); i++)
      if (prints.prefilter(window(symbols, i * size, kind), salt) != windows.get(i).prefilter())
        return false;
    return prints.print(window(symbols, 0, kind), salt).equals(windows.get(0).print());
  }

  private static String symbols(CharSequence secret) {
    return Symbols.in(secret.toString().toLowerCase(Locale.ROOT), true);
  }

  private static String window(String symbols, int from, SecretKind kind) {
    return symbols.substring(from, from + WINDOW_GROUPS * kind.groupLetters());
  }
}

package dev.holdfast.guard;

/// What to do, for the reader.
///
/// @param key a stable name, such as `do-not-send-key`
/// @param sentence one or two sentences in the reader's language; English where no
///          translation exists
public record Advice(String key, String sentence) {
  /// The sentence of an advice in some language.
  ///
  /// @param key as in a verdict's advice
  /// @param tag of the reader's language, such as `de`, `de-AT`, `zh-Hant` or `zh-TW`
  /// @return in English where no translation exists
  /// @throws IllegalArgumentException if there is no such advice
  public static String sentence(String key, String tag) {
    return Advices.sentence(key, tag)
        .orElseThrow(() -> new IllegalArgumentException("there is no advice " + key));
  }
}

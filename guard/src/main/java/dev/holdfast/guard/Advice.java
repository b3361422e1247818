package dev.holdfast.guard;

/// What to do, for the reader.
///
/// @param key a stable name, such as `do-not-send-key`
/// @param sentence one or two sentences in the reader's language; English where no
///          translation exists
public record Advice(String key, String sentence) {}

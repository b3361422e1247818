package dev.holdfast.guard.lexicon;

/// A word of the lexicon found in a plain text.
///
/// @param concept what it names
/// @param start first character
/// @param end behind the last character of the word, its ending included
/// @param tongues bits of the languages in which it means that, see [Tongue#bit()]
public record Hit(Concept concept, int start, int end, long tongues) {}

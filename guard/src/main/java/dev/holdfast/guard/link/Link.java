package dev.holdfast.guard.link;

/// A link found in a text.
///
/// @param purpose what it does
/// @param host the host it names in lower case, empty where the scheme has none
/// @param start first UTF-16 unit in the text
/// @param end behind the last unit
public record Link(Purpose purpose, String host, int start, int end) {}

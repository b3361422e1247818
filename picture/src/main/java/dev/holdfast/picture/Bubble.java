package dev.holdfast.picture;

/// A message as the picture shows it.
///
/// @param mine whether the owner of the phone wrote it, by side and colour
/// @param text its words, links joined again where they were wrapped; may be empty
/// @param time as shown, such as `14:05`; empty if none
public record Bubble(boolean mine, String text, String time) {}

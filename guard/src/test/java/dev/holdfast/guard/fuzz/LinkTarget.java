package dev.holdfast.guard.fuzz;

import dev.holdfast.guard.link.Link;
import dev.holdfast.guard.link.Links;

/// The link parser takes any text, and what it finds lies in it.
public final class LinkTarget {
  private LinkTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] data) {
    check(Inputs.text(data));
  }

  static void check(String text) {
    Links.in(text).forEach(link -> inside(link, text));
    inside(Links.payload(text), text);
  }

  private static void inside(Link link, String text) {
    if (link.start() < 0 || link.start() > link.end() || link.end() > text.length())
      throw new AssertionError("a link lies outside of its text");
  }
}

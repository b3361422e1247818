package dev.holdfast.server;

/// The program's version.
final class Version {
  private Version() {}

  /// What the jar says of itself; "development" when it runs from classes.
  static String text() {
    var version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}

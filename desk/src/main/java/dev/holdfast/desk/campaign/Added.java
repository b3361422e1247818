package dev.holdfast.desk.campaign;

/// What became of a report that came in.
public enum Added {
  /// It was not there before.
  NEW,
  /// It replaces an older version, which is kept.
  NEWER,
  /// It was there, word for word.
  KNOWN
}

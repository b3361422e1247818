package dev.holdfast.desk.campaign;

/// What an import came to.
///
/// @param added reports not there before
/// @param newer reports that replaced an older version
/// @param known reports that were there, word for word
/// @param aside lines that could not be read
public record Imported(int added, int newer, int known, int aside) {}

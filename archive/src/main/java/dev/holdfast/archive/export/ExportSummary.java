package dev.holdfast.archive.export;

/// What an export wrote.
///
/// @param chats that hold at least one message
/// @param unreadable frames that are damaged or of an unknown kind of encoding; they are left out
/// @param media files written in clear
/// @param mediaMissing attachments whose file is not in the folder
/// @param mediaDamaged attachments whose file did not pass its checks; they are left out
public record ExportSummary(int chats, long messages, long unreadable, long media,
    long mediaMissing,
    long mediaDamaged) {}

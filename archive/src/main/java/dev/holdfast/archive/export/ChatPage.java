package dev.holdfast.archive.export;

import java.util.List;

/// How one format writes chats: pure text, no files.
interface ChatPage {
  /// Ending of a chat's files, with the dot.
  String ending();

  /// How many messages a file holds at most.
  int limit();

  String begin(String title, int page, String previous);

  String message(Message message);

  String end(String next);

  /// Name and text of the overview.
  Overview overview(List<Entry> chats);

  /// @param fileName in the export folder
  record Overview(String fileName, String text) {}

  /// @param path of its first file, below the export folder
  record Entry(String title, String path, long messages) {}
}

package dev.holdfast.archive.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One file or more for each chat. Text waits in small buffers, so that thousands of chats need
/// neither memory nor open files.
final class ChatFiles {
  private static final int BUFFER = 32 * 1024;

  private final Path target;
  private final ChatPage format;
  private final Directory directory;
  private final Map<Long, Open> chats = new HashMap<>();
  private final List<Long> order = new ArrayList<>();

  ChatFiles(Path target, ChatPage format, Directory directory) {
    this.target = target;
    this.format = format;
    this.directory = directory;
  }

  private static final class Open {
    final String name;
    final String title;
    final StringBuilder waiting = new StringBuilder();
    int page = 1;
    int onPage;
    long messages;

    Open(String name, String title) {
      this.name = name;
      this.title = title;
    }

    String file(int number, String ending) {
      return name + (number == 1 ? "" : "-" + number) + ending;
    }
  }

  void add(Message message) throws IOException {
    var chat = chats.get(message.chat());
    if (chat == null) chat = open(message.chat());
    if (chat.onPage == format.limit()) turn(chat);
    chat.waiting.append(format.message(message));
    chat.onPage++;
    chat.messages++;
    if (chat.waiting.length() > BUFFER) flush(chat);
  }

  /// Ends every file and writes the overview.
  ///
  /// @return how many chats there are
  int finish() throws IOException {
    var entries = new ArrayList<ChatPage.Entry>();
    for (long id : order) {
      var chat = chats.get(id);
      if (chat == null) continue;
      chat.waiting.append(format.end(""));
      flush(chat);
      entries.add(
          new ChatPage.Entry(chat.title, "chats/" + chat.file(1, format.ending()), chat.messages));
    }
    var overview = format.overview(entries);
    Files.writeString(target.resolve(overview.fileName()), overview.text());
    return entries.size();
  }

  private Open open(long id) throws IOException {
    Files.createDirectories(target.resolve("chats"));
    var title = directory.title(id);
    var chat = new Open("%04d-%s".formatted(order.size() + 1, slug(title)), title);
    chat.waiting.append(format.begin(title, 1, ""));
    chats.put(id, chat);
    order.add(id);
    return chat;
  }

  private void turn(Open chat) throws IOException {
    chat.waiting.append(format.end(chat.file(chat.page + 1, format.ending())));
    flush(chat);
    chat.page++;
    chat.onPage = 0;
    chat.waiting
        .append(format.begin(chat.title, chat.page, chat.file(chat.page - 1, format.ending())));
  }

  private void flush(Open chat) throws IOException {
    var file = target.resolve("chats").resolve(chat.file(chat.page, format.ending()));
    Files.write(file, chat.waiting.toString().getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    chat.waiting.setLength(0);
  }

  /// Letters and digits alone, so that no name of a person or group can reach out of the folder.
  private static String slug(String title) {
    var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "chat" : plain.substring(0, Math.min(40, plain.length()));
  }
}

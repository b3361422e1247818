package dev.holdfast.archive.export;

import dev.holdfast.archive.signal.WireReader;
import java.util.ArrayList;

/// Words for what is no ordinary text: calls, polls, changes of a chat.
final class Notes {
  private Notes() {}

  static String update(WireReader update) {
    while (update.next()) {
      switch (update.number()) {
        case 1 -> {
          return "chat update";
        }
        case 2 -> {
          return "group changed";
        }
        case 3 -> {
          return "timer for disappearing messages changed";
        }
        case 4, 9 -> {
          return "profile name changed";
        }
        case 5 -> {
          return "chats merged";
        }
        case 6 -> {
          return "number changed";
        }
        case 7 -> {
          return "call";
        }
        case 8 -> {
          return "group call";
        }
        case 10 -> {
          return "poll ended";
        }
        case 11 -> {
          return "message pinned";
        }
        default -> {
        }
      }
    }
    return "update";
  }

  /// Question and options with their votes.
  static String poll(WireReader poll) {
    String question = "";
    var options = new ArrayList<String>();
    while (poll.next()) {
      if (poll.number() == 1 && poll.isBytes()) question = poll.text();
      if (poll.number() == 3 && poll.isBytes()) options.add(option(poll.message()));
    }
    return question + "\n" + String.join("\n", options);
  }

  private static String option(WireReader option) {
    String label = "";
    int votes = 0;
    while (option.next()) {
      if (option.number() == 1 && option.isBytes()) label = option.text();
      if (option.number() == 2) votes++;
    }
    return "• " + label + " (" + votes + ")";
  }

  static String sticker(WireReader sticker) {
    while (sticker.next())
      if (sticker.number() == 4 && sticker.isBytes()) return "sticker " + sticker.text();
    return "sticker";
  }
}

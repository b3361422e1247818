package dev.holdfast.archive.export;

import dev.holdfast.archive.signal.WireReader;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is who in one archive: names of recipients, by id and by account, and whom each chat
/// is with.
final class Directory {
  private static final String UNKNOWN = "Unknown";

  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, String> byAccount = new HashMap<>();
  private final Map<Long, Long> recipientOfChat = new HashMap<>();
  private String owner = "Me";

  /// Learns from a Frame with an account.
  void account(WireReader account) {
    String given = "";
    String family = "";
    while (account.next()) {
      if (account.number() == 4 && account.isBytes()) given = account.text();
      if (account.number() == 5 && account.isBytes()) family = account.text();
    }
    owner = firstOf(join(given, family), "Me");
  }

  /// Learns from a Frame with a recipient.
  void recipient(WireReader recipient) {
    long id = 0;
    String name = UNKNOWN;
    while (recipient.next()) {
      switch (recipient.number()) {
        case 1 -> id = recipient.isVarint() ? recipient.varint() : 0;
        case 2 -> name = contact(recipient.message());
        case 3 -> name = firstOf(group(recipient.message()), "Group");
        case 4 -> name = firstOf(list(recipient.message()), "My Story");
        case 5 -> name = owner;
        case 6 -> name = "Signal release notes";
        case 7 -> name = firstOf(text(recipient.message(), 3), "Call link");
        default -> {
        }
      }
    }
    names.put(id, name);
  }

  /// Learns from a Frame with a chat.
  void chat(WireReader chat) {
    long id = 0;
    long recipient = 0;
    while (chat.next()) {
      if (chat.number() == 1 && chat.isVarint()) id = chat.varint();
      if (chat.number() == 2 && chat.isVarint()) recipient = chat.varint();
    }
    recipientOfChat.put(id, recipient);
  }

  String owner() {
    return owner;
  }

  String name(long recipient) {
    return names.getOrDefault(recipient, UNKNOWN);
  }

  String title(long chat) {
    return name(recipientOfChat.getOrDefault(chat, 0L));
  }

  String nameOfAccount(byte[] aci) {
    return byAccount.getOrDefault(HexFormat.of().formatHex(aci), UNKNOWN);
  }

  private String contact(WireReader contact) {
    var parts = new HashMap<Integer, String>();
    String account = "";
    while (contact.next()) {
      switch (contact.number()) {
        case 1 -> account = HexFormat.of().formatHex(contact.bytes());
        case 3, 11, 12, 18, 19, 20 -> parts.put(contact.number(), contact.text());
        case 4 -> parts.put(4, contact.isVarint() ? "+" + contact.varint() : "");
        case 16 -> parts.put(16, nickname(contact.message()));
        default -> {
        }
      }
    }
    var name = firstOf(part(parts, 16), part(parts, 20), join(part(parts, 18), part(parts, 19)),
        join(part(parts, 11), part(parts, 12)),
        part(parts, 3), part(parts, 4), UNKNOWN);
    if (!account.isEmpty()) byAccount.put(account, name);
    return name;
  }

  private static String part(Map<Integer, String> parts, int number) {
    return parts.getOrDefault(number, "");
  }

  private static String nickname(WireReader nickname) {
    String given = "";
    String family = "";
    while (nickname.next()) {
      if (nickname.number() == 1 && nickname.isBytes()) given = nickname.text();
      if (nickname.number() == 2 && nickname.isBytes()) family = nickname.text();
    }
    return join(given, family);
  }

  private static String group(WireReader group) {
    while (group.next())
      if (group.number() == 5 && group.isBytes()) return snapshotTitle(group.message());
    return "";
  }

  private static String snapshotTitle(WireReader snapshot) {
    while (snapshot.next())
      if (snapshot.number() == 2 && snapshot.isBytes()) return text(snapshot.message(), 1);
    return "";
  }

  private static String list(WireReader item) {
    while (item.next())
      if (item.number() == 3 && item.isBytes()) return text(item.message(), 1);
    return "";
  }

  private static String text(WireReader message, int number) {
    while (message.next())
      if (message.number() == number && message.isBytes()) return message.text();
    return "";
  }

  private static String join(String given, String family) {
    return Stream.of(given, family)
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static String firstOf(String... candidates) {
    for (var candidate : candidates)
      if (!candidate.isBlank()) return candidate;
    return UNKNOWN;
  }
}

package dev.holdfast.signalcli;

import java.util.List;

/// What an envelope holds.
public sealed interface Content {
  /// A message from the sender.
  record Received(Message message) implements Content {}

  /// A new version of a message of the sender.
  ///
  /// @param target when the message that it replaces was sent
  record Edited(long target, Message message) implements Content {}

  /// The sender took a message back.
  ///
  /// @param target when that was sent
  /// @param group its group in base64, or empty
  record Deleted(long target, String group) implements Content {}

  /// What the account's owner sent from another device.
  ///
  /// @param to ACI or number of the other side; empty for groups
  /// @param target which message it replaces, 0 for a new one
  record Sent(String to, long target, Message message) implements Content {}

  /// Mail that could not be opened.
  ///
  /// @param type simple name of the daemon's exception
  record Unreadable(String type) implements Content {}

  /// Receipts, typing, calls, stories and whatever comes to be.
  record Other() implements Content {}

  /// The words of a message and what hangs on it.
  ///
  /// @param text may be empty
  /// @param quoted what it answers to
  /// @param group in base64, empty in a chat of two
  /// @param groupName empty if unknown
  /// @param links of its previews
  /// @param cards names and numbers of contact cards
  /// @param attachments in their order
  record Message(String text, String quoted, String group, String groupName, List<String> links,
      List<String> cards, List<Attachment> attachments) {
    /// Copies the lists.
    public Message {
      links = List.copyOf(links);
      cards = List.copyOf(cards);
      attachments = List.copyOf(attachments);
    }

    /// True if there is nothing in it to read.
    public boolean isEmpty() {
      return text.isEmpty() && links.isEmpty() && cards.isEmpty() && attachments.isEmpty();
    }

    @Override
    public String toString() {
      return "Message";
    }
  }

  /// A file, to be fetched by its id.
  ///
  /// @param contentType such as `image/png`
  /// @param id the daemon's name for it; may be empty
  record Attachment(String contentType, String id, long size) {}
}

package dev.holdfast.guard.talk;

import java.util.List;

/// One message.
///
/// @param from who wrote it
/// @param text as it arrived, not normalised
/// @param attachments what was decoded from pictures and files, by whoever embeds the guard
public record Turn(From from, String text, List<Attachment> attachments) {
  /// Copies the attachments.
  public Turn { attachments = List.copyOf(attachments); }

  /// Text from the other side.
  public static Turn them(String text) {
    return new Turn(From.THEM, text, List.of());
  }

  /// Text from the protected person.
  public static Turn me(String text) {
    return new Turn(From.ME, text, List.of());
  }

  /// Who wrote a message.
  public enum From {
    /// The other side.
    THEM,
    /// The protected person.
    ME
  }

  /// A picture, file or voice message that somebody decoded.
  ///
  /// @param text the words read in it, empty if none
  /// @param payloads what its QR codes hold
  public record Attachment(String text, List<String> payloads) {
    /// Copies the payloads.
    public Attachment { payloads = List.copyOf(payloads); }
  }
}

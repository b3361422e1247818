package dev.holdfast.guard.ask;

import dev.holdfast.guard.lexicon.Concept;

/// By which way the secret is to leave.
public enum Route {
  /// Pasted into the chat.
  PASTE("paste-here", Concept.PASTE),
  /// A QR code is to be scanned.
  SCAN("scan", Concept.SCAN),
  /// A picture of it.
  PHOTO("photo-or-screenshot", Concept.SHOOT),
  /// Read aloud.
  VOICE("read-aloud", Concept.READ),
  /// Typed to a bot.
  BOT("type-to-bot", Concept.BOT),
  /// A button is to be pressed.
  APPROVE("approve", Concept.APPROVE),
  /// Uploaded.
  UPLOAD("upload", Concept.UPLOAD),
  /// A page or form.
  FORM("web-form", Concept.LINK),
  /// Sent as an answer.
  REPLY("reply", Concept.REPLY),
  /// Sent on.
  SEND("send", Concept.SEND),
  /// Typed in somewhere.
  TYPE("type", Concept.TYPE),
  /// Not said.
  NONE("none", Concept.STOP);

  private final String word;
  private final Concept sign;

  Route(String word, Concept sign) {
    this.word = word;
    this.sign = sign;
  }

  /// The word used in machine-readable output.
  public String word() {
    return word;
  }

  /// The concept that gives it away.
  public Concept sign() {
    return sign;
  }
}

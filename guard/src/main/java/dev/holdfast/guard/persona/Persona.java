package dev.holdfast.guard.persona;

/// Whom the other side claims to be.
public enum Persona {
  /// Nobody in particular.
  NONE("none"),
  /// The messenger's support or safety team.
  APP_SUPPORT("app-support"),
  /// A bot of the messenger.
  APP_BOT("app-bot"),
  /// Police, court, ministry, lawyer.
  AUTHORITY("authority"),
  /// The employer's or organisation's IT.
  WORK_IT("employer-it"),
  /// A helpline or protection organisation.
  HELPLINE("helpline"),
  /// Somebody the person knows.
  KNOWN_CONTACT("known-contact"),
  /// A group or event.
  GROUP("group-admin");

  private final String word;

  Persona(String word) {
    this.word = word;
  }

  /// The word used in machine-readable output.
  public String word() {
    return word;
  }
}

package dev.holdfast.guard.link;

/// What a link or payload does when it is followed.
public enum Purpose {
  /// Links a device to a Signal account: whoever made it reads along.
  DEVICE_LINK(Weight.DANGER),
  /// Signs in a web client or desktop program (WhatsApp, Telegram).
  WEB_LOGIN(Weight.DANGER),
  /// Sets up one-time codes: holds their secret.
  CODE_SETUP(Weight.DANGER),
  /// A host that carries a messenger's name and is not the messenger's.
  LOOK_ALIKE(Weight.SUSPECT),
  /// A messenger's host with something it does not serve.
  ODD_PATH(Weight.SUSPECT),
  /// A call-forwarding code to dial.
  CALL_FORWARDING(Weight.SUSPECT),
  /// Where it leads cannot be told without following it.
  SHORTENED(Weight.NOTE),
  /// A dangerous link made unclickable, as researchers do.
  DEFANGED(Weight.NOTE),
  /// An invitation to a group.
  GROUP(Weight.PLAIN),
  /// A person's address in a messenger.
  PERSON(Weight.PLAIN),
  /// Stickers.
  STICKERS(Weight.PLAIN),
  /// A call.
  CALL(Weight.PLAIN),
  /// A messenger's own site.
  OFFICIAL(Weight.PLAIN),
  /// Anything else.
  OTHER(Weight.PLAIN);

  /// How much a purpose weighs by itself.
  public enum Weight {
    /// Harmless by itself.
    PLAIN,
    /// Worth a note.
    NOTE,
    /// Suspect.
    SUSPECT,
    /// Danger, whatever the text claims.
    DANGER
  }

  private final Weight weight;

  Purpose(Weight weight) {
    this.weight = weight;
  }

  /// How much it weighs.
  public Weight weight() {
    return weight;
  }
}

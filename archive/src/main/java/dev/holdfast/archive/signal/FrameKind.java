package dev.holdfast.archive.signal;

/// What a frame is. Source: docs/format.md, section 13.
public enum FrameKind {
  /// Has no member this code knows: carried through unchanged.
  UNKNOWN(0), ACCOUNT(1), RECIPIENT(2), CHAT(3), CHAT_ITEM(4), STICKER_PACK(5), AD_HOC_CALL(
      6), NOTIFICATION_PROFILE(
          7), CHAT_FOLDER(8),
  /// Is no well-formed message: carried through unchanged.
  UNREADABLE(0);

  private static final FrameKind[] BY_FIELD = {UNKNOWN, ACCOUNT, RECIPIENT, CHAT, CHAT_ITEM,
      STICKER_PACK, AD_HOC_CALL,
      NOTIFICATION_PROFILE, CHAT_FOLDER};
  private final int field;

  FrameKind(int field) {
    this.field = field;
  }

  /// Its field number in Frame; 0 for the two that have none.
  public int field() {
    return field;
  }

  static FrameKind ofField(int number) {
    return number < BY_FIELD.length ? BY_FIELD[number] : UNKNOWN;
  }
}

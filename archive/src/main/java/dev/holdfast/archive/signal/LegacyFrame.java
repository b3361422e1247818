package dev.holdfast.archive.signal;

/// What matters of one frame of a legacy backup: how many bytes follow it, and whether it is the
/// last.
///
/// @param blobBytes length of the sealed blob behind it, -1 if there is none
record LegacyFrame(long blobBytes, boolean end) {
  private static final int ATTACHMENT = 4;
  private static final int END = 6;
  private static final int AVATAR = 7;
  private static final int STICKER = 8;

  static LegacyFrame of(byte[] array, int length) {
    long blob = -1;
    boolean end = false;
    var fields = new WireReader(array, 0, length);
    while (fields.next()) {
      switch (fields.number()) {
        case ATTACHMENT -> blob = length(fields.message(), 3);
        case AVATAR, STICKER -> blob = length(fields.message(), 2);
        case END -> end = fields.varint() != 0;
        default -> {
          // statements and settings are stored, not read
        }
      }
    }
    return new LegacyFrame(blob, end);
  }

  private static long length(WireReader fields, int number) {
    long length = 0;
    while (fields.next()) {
      if (fields.number() == number) length = fields.varint() & 0xFFFF_FFFFL;
    }
    return length;
  }
}

package dev.holdfast.archive.signal;

/// The first frame of a legacy backup, in clear.
final class LegacyHeader {
  private static final int NEWEST = 1;
  private final byte[] iv;
  private final byte[] salt;
  private final long version;

  private LegacyHeader(byte[] iv, byte[] salt, long version) {
    this.iv = iv;
    this.salt = salt;
    this.version = version;
  }

  static LegacyHeader of(byte[] frame, String item) {
    byte[] iv = {};
    byte[] salt = {};
    long version = 0;
    boolean found = false;
    var outer = new WireReader(frame);
    while (outer.next()) {
      if (outer.number() != 1) continue;
      found = true;
      var fields = outer.message();
      while (fields.next()) {
        switch (fields.number()) {
          case 1 -> iv = fields.bytes();
          case 2 -> salt = fields.bytes();
          case 3 -> version = fields.varint();
          default -> {
            // nothing else is needed to check the file
          }
        }
      }
    }
    if (!found || iv.length != Primitives.IV_BYTES)
      throw Damage.of(item, "does not begin as a legacy backup does");
    if (version < 0 || version > NEWEST)
      throw Damage.newer(item, "has a format newer than version 1");
    return new LegacyHeader(iv, salt, version);
  }

  byte[] iv() {
    return iv;
  }

  byte[] salt() {
    return salt;
  }

  /// Whether the lengths of frames are encrypted too.
  boolean sealsLengths() {
    return version >= 1;
  }
}

package dev.holdfast.archive.signal;

import java.util.Optional;

/// One place in a frame that names a local media file, with what it takes to check and open it.
///
/// Not a record, because it holds the file's key: it does not print.
public final class MediaPointer {
  private static final int KEY_BYTES = 64;
  private static final int HASH_BYTES = 32;

  private final MediaName name;
  private final long plainBytes;
  private final byte[] plaintextHash;
  private final byte[] localKey;
  private final Optional<String> contentType;
  private final Optional<String> fileName;

  private MediaPointer(long plainBytes, byte[] plaintextHash, byte[] localKey,
      Optional<String> contentType,
      Optional<String> fileName) {
    name = MediaName.of(plaintextHash, localKey);
    this.plainBytes = plainBytes;
    this.plaintextHash = plaintextHash;
    this.localKey = localKey;
    this.contentType = contentType;
    this.fileName = fileName;
  }

  /// A pointer made by hand, for writers of folders.
  ///
  /// @param plaintextHash SHA-256 of the plaintext, 32 bytes, copied
  /// @param localKey 64 bytes, AES key then HMAC key, copied
  public static MediaPointer of(long plainBytes, byte[] plaintextHash, byte[] localKey) {
    if (plaintextHash.length != HASH_BYTES)
      throw new IllegalArgumentException("a plaintext hash has 32 bytes");
    if (localKey.length != KEY_BYTES)
      throw new IllegalArgumentException("a media key has 64 bytes");
    return new MediaPointer(plainBytes, plaintextHash.clone(), localKey.clone(), Optional.empty(),
        Optional.empty());
  }

  /// What a FilePointer says.
  ///
  /// @param found the file, if the pointer names one in the local folder
  /// @param onlyInCloud whether the media is in Signal's cloud but not here
  /// @param contentType media type, if the sender named one
  /// @param fileName what the sender called the file, if it has a name
  public record Reading(Optional<MediaPointer> found, boolean onlyInCloud,
      Optional<String> contentType,
      Optional<String> fileName) {}

  /// Reads a FilePointer message to its end.
  ///
  /// @throws dev.holdfast.archive.ArchiveException if the message is malformed
  public static Reading read(WireReader filePointer) {
    Optional<String> contentType = Optional.empty();
    Optional<String> fileName = Optional.empty();
    var locator = new Locator();
    while (filePointer.next()) {
      if (!filePointer.isBytes()) continue;
      switch (filePointer.number()) {
        case 4 -> contentType = Optional.of(filePointer.text());
        case 7 -> fileName = Optional.of(filePointer.text());
        case 13 -> locator.read(filePointer.message());
        default -> {
          // dimensions, captions and previews are no concern of the file itself
        }
      }
    }
    if (!locator.named())
      return new Reading(Optional.empty(), locator.onlyInCloud(), contentType, fileName);
    var pointer = new MediaPointer(locator.size, locator.hash, locator.key, contentType, fileName);
    return new Reading(Optional.of(pointer), false, contentType, fileName);
  }

  private static final class Locator {
    private long size;
    private byte[] key = new byte[0];
    private byte[] hash = new byte[0];
    private boolean inCloud;

    void read(WireReader fields) {
      while (fields.next()) {
        switch (fields.number()) {
          case 3 -> size = fields.isVarint() ? fields.varint() & 0xFFFF_FFFFL : size;
          case 7 -> inCloud |= fields.isVarint();
          case 9 -> key = fields.isBytes() ? fields.bytes() : key;
          case 10 -> hash = fields.isBytes() ? fields.bytes() : hash;
          default -> {
            // transit fields belong to Signal's servers
          }
        }
      }
    }

    boolean named() {
      return key.length == KEY_BYTES && hash.length == HASH_BYTES;
    }

    boolean onlyInCloud() {
      return inCloud && key.length == 0;
    }
  }

  public MediaName name() {
    return name;
  }

  /// Size of the plaintext, as the message says.
  public long plainBytes() {
    return plainBytes;
  }

  /// The sender's MIME type: a claim.
  public Optional<String> contentType() {
    return contentType;
  }

  /// The sender's file name: a claim, not a path to use as it is.
  public Optional<String> fileName() {
    return fileName;
  }

  byte[] plaintextHash() {
    return plaintextHash;
  }

  byte[] localKey() {
    return localKey;
  }

  @Override
  public String toString() {
    return "MediaPointer(" + name.hex() + ")";
  }
}

package dev.holdfast.archive.signal;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// Names one media file of a local folder: SHA-256 over the plaintext's hash and the file's own
/// key.
///
/// It says nothing about the content to whoever lacks that key, and equal names mean equal files.
/// Source: docs/format.md, section 12.
///
/// @param hex 64 lower-case hex digits
public record MediaName(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /// Checks the shape, which also keeps a name from leaving its folder.
  ///
  /// @throws IllegalArgumentException if `hex` has another shape
  public MediaName {
    if (!SHAPE.matcher(hex).matches()) throw new IllegalArgumentException("not a media name");
  }

  /// The name of the file with this plaintext under this key.
  ///
  /// @param plaintextHash SHA-256 of the plaintext, 32 bytes
  /// @param localKey the file's 64-byte key
  public static MediaName of(byte[] plaintextHash, byte[] localKey) {
    var digest = Primitives.sha256();
    digest.update(plaintextHash);
    return new MediaName(HexFormat.of().formatHex(digest.digest(localKey)));
  }

  /// The folder below `files` that holds it: two hex digits.
  public String shard() {
    return hex.substring(0, 2);
  }
}

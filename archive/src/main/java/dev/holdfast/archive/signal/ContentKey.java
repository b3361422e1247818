package dev.holdfast.archive.signal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// What a recipient, chat or colour is known by across exports: a hash of what does not change when
/// ids are numbered anew. It prints safely, but a phone number can be found again by trying: keep it
/// sealed.
///
/// Source: docs/format.md, section 14.
///
/// @param hex 64 lower-case hex digits: SHA-256 over the kind and the identifying bytes
public record ContentKey(IdSpace space, String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  /// Checks the shape.
  ///
  /// @throws IllegalArgumentException if `hex` has another shape
  public ContentKey {
    if (!SHAPE.matcher(hex).matches()) throw new IllegalArgumentException("not a content key");
  }

  /// @param kind what identifies it, for example `aci`
  static ContentKey of(IdSpace space, String kind, byte[] identity) {
    var digest = Primitives.sha256();
    digest.update((space + ":" + kind + ":").getBytes(US_ASCII));
    return new ContentKey(space, HexFormat.of().formatHex(digest.digest(identity)));
  }

  /// A chat is known by its recipient, whose canonical number is never used for anybody else.
  static ContentKey ofChatWith(long canonicalRecipient) {
    return of(IdSpace.CHAT, "with", Varint.of(canonicalRecipient));
  }
}

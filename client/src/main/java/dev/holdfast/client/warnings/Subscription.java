package dev.holdfast.client.warnings;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.warning.FeedFile;
import dev.holdfast.kernel.warning.SignedFeed;
import org.jspecify.annotations.Nullable;

/// A desk that this home follows, and the newest that it said.
///
/// @param source where its feed is fetched: an address or a file
/// @param key the pinned key
/// @param feed signed by it
public record Subscription(String source, VerifyKey key, SignedFeed feed) {
  private record Kept(@Nullable String source, @Nullable String key, @Nullable FeedFile feed) {}

  byte[] encode() {
    return Json.write(new Kept(source, key.hex(), FeedFile.of(feed)));
  }

  /// @throws ClientException DAMAGED if the file is not as it was written
  static Subscription decode(byte[] bytes) {
    var what = "a file in the folder warnings of the home";
    var kept = Json.read(what, bytes, Kept.class);
    try {
      if (kept.source() != null && kept.key() != null && kept.feed() != null) {
        var subscription = new Subscription(kept.source(), new VerifyKey(kept.key()),
            kept.feed().read());
        if (subscription.feed().holds(subscription.key())) return subscription;
      }
    } catch (IllegalArgumentException e) {
      // The same answer as for a wrong signature, below.
    }
    throw new ClientException(Kind.DAMAGED, what + " is not as it was written",
        "forget the desk with \"holdfast warnings forget\", then follow it again with --feed and --key");
  }
}

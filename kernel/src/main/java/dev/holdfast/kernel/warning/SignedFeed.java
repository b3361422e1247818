package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.VerifyKey;

/// A feed with its desk's signature over [Feed#encode].
public record SignedFeed(Feed feed, Seal seal) {
  /// True if the feed names `pinned`, and that key signed the feed and every warning in it.
  public boolean holds(VerifyKey pinned) {
    return feed.key().equals(pinned) && seal.holds(pinned, feed.encode())
        && feed.warnings().stream().allMatch(signed -> signed.holds(pinned));
  }
}

package dev.holdfast.client.restore;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.release.Release;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.release.RequestState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Waits until a request may be opened and the factor is there, through a server that is gone for a
/// while.
final class Waiting {
  private static final Duration SERVER_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Release release;
  private final Owner owner;
  private final Clock clock;
  private final boolean waits;

  Waiting(Release release, Owner owner, Clock clock, boolean waits) {
    this.release = release;
    this.owner = owner;
    this.clock = clock;
    this.waits = waits;
  }

  /// @param known F, if it is known already; owned
  /// @param open runs once the request may be opened, with F lent
  Outcome until(Optional<SecretBytes> known, Function<SecretBytes, Outcome> open) {
    var factor = known;
    try {
      if (factor.isPresent() && !release.status().provenFactor()) release.prove(factor.get());
      while (true) {
        var state = release.state();
        if (state.ended()) return new Outcome.Ended(release.status());
        if (factor.isEmpty()) factor = approval();
        if (factor.isPresent() && open(state)) return open.apply(factor.get());
        if (!waits) return new Outcome.Waiting(release.status());
        owner.waits(release.status());
        await();
      }
    } finally {
      factor.ifPresent(SecretBytes::close);
    }
  }

  private static boolean open(RequestState state) {
    return state == RequestState.RELEASABLE || state == RequestState.RELEASED;
  }

  private Optional<SecretBytes> approval() {
    var factor = release.factorByApproval();
    if (factor.isPresent() && !release.status().provenFactor()) release.prove(factor.get());
    return factor;
  }

  private void await() {
    Instant silentSince = clock.instant();
    while (true)
      try {
        release.await(patience());
        return;
      } catch (ClientException e) {
        boolean enough = clock.instant().isAfter(silentSince.plus(SERVER_PATIENCE));
        if (e.kind() != Kind.UNREACHABLE || enough) throw e;
        pause();
      }
  }

  /// A hundredth of the wait, so that what is shown moves.
  private Duration patience() {
    return Duration.ofSeconds(Math.clamp(release.status().waitSeconds() / 100, 1, 25));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException(Kind.BUG, "the wait was interrupted", "", e);
    }
  }
}

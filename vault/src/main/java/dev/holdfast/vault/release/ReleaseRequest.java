package dev.holdfast.vault.release;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request as the state machine sees it. Times ending in `Ran` are the server's run time in
/// milliseconds.
///
/// @param fast true if its wait is that of an enrolled device
/// @param holdRan nothing is released before it; 0 if nothing holds it
/// @param alarmed how many percent of the wait have been alarmed
/// @param device the enrolled device that asks, if it is one
/// @param proven true if the factor was proved
/// @param sinceRan when it came into its state
/// @param notOpenedAlarmed true if the missing "opened" was alarmed
public record ReleaseRequest(RequestId id, VaultId vault, int epoch, RequestState state,
    Instant askedAt, long askedRan, Duration waiting, boolean fast, long holdRan, int alarmed,
    Optional<DeviceId> device, boolean proven, long sinceRan, boolean notOpenedAlarmed) {
  /// The run time at which its wait is over.
  public long readyRan() {
    return Math.max(askedRan + waiting.toMillis(), holdRan);
  }

  /// Run time that is still to pass; 0 once the wait is over.
  public long remaining(long ran) {
    return Math.max(0, readyRan() - ran);
  }

  ReleaseRequest in(RequestState next, long ran) {
    return new ReleaseRequest(id, vault, epoch, next, askedAt, askedRan, waiting, fast, holdRan,
        alarmed, device, proven, ran, notOpenedAlarmed);
  }

  ReleaseRequest alarmed(int percent) {
    return new ReleaseRequest(id, vault, epoch, state, askedAt, askedRan, waiting, fast, holdRan,
        percent, device, proven, sinceRan, notOpenedAlarmed);
  }

  ReleaseRequest heldUntil(long hold) {
    return new ReleaseRequest(id, vault, epoch, state, askedAt, askedRan, waiting, fast, hold,
        alarmed, device, proven, sinceRan, notOpenedAlarmed);
  }

  ReleaseRequest withProof() {
    return new ReleaseRequest(id, vault, epoch, state, askedAt, askedRan, waiting, fast, holdRan,
        alarmed, device, true, sinceRan, notOpenedAlarmed);
  }

  ReleaseRequest withNotOpenedAlarm() {
    return new ReleaseRequest(id, vault, epoch, state, askedAt, askedRan, waiting, fast, holdRan,
        alarmed, device, proven, sinceRan, true);
  }
}

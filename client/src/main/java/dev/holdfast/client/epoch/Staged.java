package dev.holdfast.client.epoch;

import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.StagedEpoch;

/// An epoch in full.
///
/// @param policy as this machine trusts it from now on
/// @param wire as it goes to the server
public record Staged(Policy policy, StagedEpoch wire) {}

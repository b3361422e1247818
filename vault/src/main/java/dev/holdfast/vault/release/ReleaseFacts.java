package dev.holdfast.vault.release;

import dev.holdfast.vault.epoch.EpochState;

/// What a decision depends on beside the request.
///
/// @param locked true if the vault is locked
/// @param epoch state of the epoch that is asked for
record ReleaseFacts(boolean locked, EpochState epoch) {}

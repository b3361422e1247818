package dev.holdfast.client.restore;

import dev.holdfast.archive.signal.RecoveryKey;
import java.nio.file.Path;
import java.util.Optional;

/// What is to be restored, and how.
///
/// @param server where the vault is
/// @param deviceName how this machine calls itself
/// @param request a request of this machine to go on with, by the beginning of its id; empty for the
///          one that runs, or a new one
/// @param snapshot `latest`, or the beginning of an id
/// @param to the folder that gets `SignalBackups` or the stored file
/// @param keptKey Signal's recovery key to write under instead of a fresh one, lent
/// @param dropExpired leaves out messages whose timer has run out
/// @param waits false to stop as soon as there is something to wait for
public record Wish(String server, String deviceName, Optional<String> request, String snapshot,
    Path to, Optional<RecoveryKey> keptKey, boolean dropExpired, boolean waits) {}

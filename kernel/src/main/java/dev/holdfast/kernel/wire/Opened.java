package dev.holdfast.kernel.wire;

import java.util.List;

/// Body of `POST /v1/requests/{request}/opened`: the code is spent, the vault moves to its next
/// epoch.
///
/// @param proof by the opening key of the opened epoch over the request id, 128 hex digits
/// @param epochs what is staged: the new reserve alone; or, if no reserve was left, the epoch that
///          comes into force and its reserve
/// @param bag replaces the bag of the reserve that comes into force, base64; empty if none was left
/// @param device the machine that opened the vault, certified by the opening key of the epoch that
///          comes into force
public record Opened(String proof, List<StagedEpoch> epochs, String bag, NewDevice device) {}

package dev.holdfast.archive.restore;

import dev.holdfast.kernel.SecretBytes;
import java.nio.file.Path;

/// How a Signal snapshot is written.
///
/// @param parent gets the folder `SignalBackups`, which must not exist there
/// @param recoveryKey Signal's recovery key for the new folder, 64 characters as ASCII, fresh or
///          kept; lent, the caller closes it
/// @param dropExpired leaves out messages whose timer has run out
public record SignalTarget(Path parent, SecretBytes recoveryKey, boolean dropExpired) {}

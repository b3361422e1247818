/// The Merkle tree and the checkpoint note of the audit log (RFC 6962, C2SP tlog-checkpoint).
@NullMarked
package dev.holdfast.kernel.log;

import org.jspecify.annotations.NullMarked;

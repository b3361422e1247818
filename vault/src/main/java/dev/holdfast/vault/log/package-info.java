/// The audit log: a Merkle tree of salted commitments, so that nothing the server did can
/// be unsaid.
@NullMarked
package dev.holdfast.vault.log;

import org.jspecify.annotations.NullMarked;

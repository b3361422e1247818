/// The keys of an epoch: how they are derived, staged with their policy, and how a home follows the
/// vault from one epoch to the next (docs/protocol.md, sections 3 and 4).
@NullMarked
package dev.holdfast.client.epoch;

import org.jspecify.annotations.NullMarked;

/// Locks a vault, and ends a lock by proof of the factor.
@NullMarked
package dev.holdfast.client.lock;

import org.jspecify.annotations.NullMarked;

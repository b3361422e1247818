/// HTTP message signatures (RFC 9421) with Ed25519, as both sides build and check them.
@NullMarked
package dev.holdfast.kernel.signature;

import org.jspecify.annotations.NullMarked;

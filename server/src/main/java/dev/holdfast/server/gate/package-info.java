/// Who is calling, and whether the call may be read at all: signatures, clock, replay, secrets
/// in bodies.
@NullMarked
package dev.holdfast.server.gate;

import org.jspecify.annotations.NullMarked;

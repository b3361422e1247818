/// Enrolled devices and the certificates that add later ones (docs/protocol.md, section 5).
@NullMarked
package dev.holdfast.kernel.device;

import org.jspecify.annotations.NullMarked;

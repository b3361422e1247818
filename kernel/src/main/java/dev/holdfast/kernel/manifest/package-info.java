/// The readable outer part of a snapshot's manifest (docs/format.md, section 7).
@NullMarked
package dev.holdfast.kernel.manifest;

import org.jspecify.annotations.NullMarked;

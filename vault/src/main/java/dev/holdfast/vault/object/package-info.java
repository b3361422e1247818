/// Sealed objects: received with resumption, checked, on disk for good before anybody is told so.
@NullMarked
package dev.holdfast.vault.object;

import org.jspecify.annotations.NullMarked;

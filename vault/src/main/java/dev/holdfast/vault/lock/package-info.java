/// Whether a vault is locked, since when no share leaves it.
@NullMarked
package dev.holdfast.vault.lock;

import org.jspecify.annotations.NullMarked;

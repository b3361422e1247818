/// Wakes whoever waits for a vault to change; says nothing about what changed.
@NullMarked
package dev.holdfast.vault.change;

import org.jspecify.annotations.NullMarked;

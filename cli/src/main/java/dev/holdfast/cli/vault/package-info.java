/// Commands about the vault as a whole: init, status, policy, lock, unlock, rekey.
@NullMarked
package dev.holdfast.cli.vault;

import org.jspecify.annotations.NullMarked;

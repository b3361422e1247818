/// Making a vault, and what it looks like as a whole.
@NullMarked
package dev.holdfast.vault.account;

import org.jspecify.annotations.NullMarked;

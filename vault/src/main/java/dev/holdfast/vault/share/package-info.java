/// The server's keys and the release shares it holds, sealed under keys that can be destroyed.
@NullMarked
package dev.holdfast.vault.share;

import org.jspecify.annotations.NullMarked;

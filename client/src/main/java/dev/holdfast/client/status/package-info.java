/// How the vault is, and what its owner still has to do outside of it.
@NullMarked
package dev.holdfast.client.status;

import org.jspecify.annotations.NullMarked;

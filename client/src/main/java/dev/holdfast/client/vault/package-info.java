/// A vault as one enrolled machine knows it: its home, its server, and whom it trusts.
@NullMarked
package dev.holdfast.client.vault;

import org.jspecify.annotations.NullMarked;

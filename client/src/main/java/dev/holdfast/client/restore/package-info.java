/// Gets a snapshot out of an opened vault, and hands the vault over to its next epoch.
@NullMarked
package dev.holdfast.client.restore;

import org.jspecify.annotations.NullMarked;

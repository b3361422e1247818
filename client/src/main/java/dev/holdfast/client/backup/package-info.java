/// Takes snapshots of a Signal backup or of any folder and stores them in the vault.
@NullMarked
package dev.holdfast.client.backup;

import org.jspecify.annotations.NullMarked;

/// Notices that the server runs on a state older than one its clients have seen.
@NullMarked
package dev.holdfast.vault.freshness;

import org.jspecify.annotations.NullMarked;

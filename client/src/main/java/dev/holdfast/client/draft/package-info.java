/// The owner's own secrets, kept as fingerprints that say nothing, so that a draft can be held
/// against them.
@NullMarked
package dev.holdfast.client.draft;

import org.jspecify.annotations.NullMarked;

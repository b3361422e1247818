/// Follows the signed warnings of desks: fetches whole feeds, never goes back, and hands what holds
/// now to the guard (docs/warnings.md, sections 6 and 7).
@NullMarked
package dev.holdfast.client.warnings;

import org.jspecify.annotations.NullMarked;

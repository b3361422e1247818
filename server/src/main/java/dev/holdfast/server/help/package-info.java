/// The public page for somebody who gave something away: without a script, without a
/// trace (docs/respond.md).
@NullMarked
package dev.holdfast.server.help;

import org.jspecify.annotations.NullMarked;

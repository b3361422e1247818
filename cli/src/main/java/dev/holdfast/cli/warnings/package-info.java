/// The command that follows the warnings of desks.
@NullMarked
package dev.holdfast.cli.warnings;

import org.jspecify.annotations.NullMarked;

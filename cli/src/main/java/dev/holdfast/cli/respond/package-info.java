/// The command for somebody who already gave something away. It works offline.
@NullMarked
package dev.holdfast.cli.respond;

import org.jspecify.annotations.NullMarked;

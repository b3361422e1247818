/// TAXII 2.1 for tools that fetch by themselves (docs/sharing.md).
@NullMarked
package dev.holdfast.server.sharing;

import org.jspecify.annotations.NullMarked;

/// What a link or a scanned payload really does, whatever the text around it claims.
@NullMarked
package dev.holdfast.guard.link;

import org.jspecify.annotations.NullMarked;

/// The page behind the link of an alarm: it shows, and only its button changes anything.
@NullMarked
package dev.holdfast.server.veto;

import org.jspecify.annotations.NullMarked;

/// Which secret or act a message asks for, and by which way it is to leave.
@NullMarked
package dev.holdfast.guard.ask;

import org.jspecify.annotations.NullMarked;

/// The operator's commands, spoken to the running server over a local socket.
@NullMarked
package dev.holdfast.server.admin;

import org.jspecify.annotations.NullMarked;

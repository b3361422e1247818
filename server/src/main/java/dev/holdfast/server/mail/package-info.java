/// The e-mail channel.
@NullMarked
package dev.holdfast.server.mail;

import org.jspecify.annotations.NullMarked;

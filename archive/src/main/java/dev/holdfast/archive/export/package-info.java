/// Turns a restored Signal folder into chats that a person can read, or a program.
@NullMarked
package dev.holdfast.archive.export;

import org.jspecify.annotations.NullMarked;

/// `restore`, and what it shares with `release`: how the program speaks with the owner who waits.
@NullMarked
package dev.holdfast.cli.restore;

import org.jspecify.annotations.NullMarked;

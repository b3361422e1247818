/// `holdfast screen`, `draft`, `link` and `watch`: the guard where people meet it.
@NullMarked
package dev.holdfast.cli.screen;

import org.jspecify.annotations.NullMarked;

/// `holdfast audit`: the server's log as this vault sees it.
@NullMarked
package dev.holdfast.cli.audit;

import org.jspecify.annotations.NullMarked;

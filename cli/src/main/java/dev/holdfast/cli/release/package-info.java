/// `holdfast release`: the steps of a release one by one, for requester and owner.
@NullMarked
package dev.holdfast.cli.release;

import org.jspecify.annotations.NullMarked;

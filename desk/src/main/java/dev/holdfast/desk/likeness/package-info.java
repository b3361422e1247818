/// How alike two texts are: folded, cut into shingles, sketched for finding and compared
/// exactly after.
@NullMarked
package dev.holdfast.desk.likeness;

import org.jspecify.annotations.NullMarked;

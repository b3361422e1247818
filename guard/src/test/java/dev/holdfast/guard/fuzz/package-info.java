/// What any input must keep: targets for Jazzer, and a seeded run of them in every build.
@NullMarked
package dev.holdfast.guard.fuzz;

import org.jspecify.annotations.NullMarked;

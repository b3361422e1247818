/// An open benchmark for judging campaigns: a seeded generator with labels, and the measures.
@NullMarked
package dev.holdfast.desk.benchmark;

import org.jspecify.annotations.NullMarked;

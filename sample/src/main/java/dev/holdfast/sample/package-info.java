/// Makes Signal backups that look like people's, without anybody's words: seeded, any size, day by
/// day, with the numbering habits of both phone systems. For tests, the demonstration
/// and benchmarks.
@NullMarked
package dev.holdfast.sample;

import org.jspecify.annotations.NullMarked;

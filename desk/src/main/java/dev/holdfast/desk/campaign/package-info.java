/// Reports made into campaigns: found by shared keys, parted by evidence, judged in pairs,
/// corrected by analysts.
@NullMarked
package dev.holdfast.desk.campaign;

import org.jspecify.annotations.NullMarked;

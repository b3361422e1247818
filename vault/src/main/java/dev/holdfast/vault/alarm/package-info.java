/// Alarms with their sequence, and the channels that carry them to the owner whether or not anybody
/// is logged in.
@NullMarked
package dev.holdfast.vault.alarm;

import org.jspecify.annotations.NullMarked;

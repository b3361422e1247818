/// Hears the vault's alarms, live and afterwards, and keeps the channels they go out through.
@NullMarked
package dev.holdfast.client.alarm;

import org.jspecify.annotations.NullMarked;

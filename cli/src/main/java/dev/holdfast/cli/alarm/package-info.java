/// `holdfast alarm`: hears alarms, live and afterwards, and keeps their channels.
@NullMarked
package dev.holdfast.cli.alarm;

import org.jspecify.annotations.NullMarked;

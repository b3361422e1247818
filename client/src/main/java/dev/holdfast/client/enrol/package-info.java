/// Makes a vault: two epochs in full, the recovery sheets, and this machine as its first device.
@NullMarked
package dev.holdfast.client.enrol;

import org.jspecify.annotations.NullMarked;

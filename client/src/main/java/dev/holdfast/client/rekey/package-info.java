/// The panic button: makes a code worthless at once, and destroys the old share for good once the
/// reserve code is proved.
@NullMarked
package dev.holdfast.client.rekey;

import org.jspecify.annotations.NullMarked;

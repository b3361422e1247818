/// Words that client and server share: ids, sizes, secret bytes, keys that check signatures.
///
/// No I/O and no library: whatever is here can be embedded anywhere.
@NullMarked
package dev.holdfast.kernel;

import org.jspecify.annotations.NullMarked;

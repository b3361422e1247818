/// Watches what arrives through signal-cli: screens each conversation as it grows, warns, and keeps
/// evidence only of those that need it.
@NullMarked
package dev.holdfast.client.watch;

import org.jspecify.annotations.NullMarked;

/// Talks to a signal-cli daemon: calls, and what arrives. It reconnects, hands out nothing twice,
/// and loses nothing that it was sent.
@NullMarked
package dev.holdfast.signalcli;

import org.jspecify.annotations.NullMarked;

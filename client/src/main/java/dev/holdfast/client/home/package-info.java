/// The client's folder on the owner's machine: what the vault is, the device's keys, and what was
/// last seen of the server, so that it cannot show an older state unnoticed.
@NullMarked
package dev.holdfast.client.home;

import org.jspecify.annotations.NullMarked;

/// The devices of a vault: whose manifests count, and how one is added and revoked
/// (docs/protocol.md, sections 5 and 8).
@NullMarked
package dev.holdfast.client.device;

import org.jspecify.annotations.NullMarked;

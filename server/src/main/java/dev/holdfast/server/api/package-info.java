/// The calls of docs/protocol.md, each thin over one feature of the vault.
@NullMarked
package dev.holdfast.server.api;

import org.jspecify.annotations.NullMarked;

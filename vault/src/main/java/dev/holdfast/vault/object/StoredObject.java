package dev.holdfast.vault.object;

import dev.holdfast.kernel.Sha256;

/// An object that is stored for good.
public record StoredObject(long size, Sha256 sha256) {}

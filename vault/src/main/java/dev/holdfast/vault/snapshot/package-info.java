/// The chain of manifests, what each reaches, and what may be forgotten when.
@NullMarked
package dev.holdfast.vault.snapshot;

import org.jspecify.annotations.NullMarked;

/// What a device remembers of the snapshots it made, on disk and in flat memory: which frames,
/// media and chunks the vault already has, and where. Losing it costs bytes, never data.
@NullMarked
package dev.holdfast.archive.index;

import org.jspecify.annotations.NullMarked;

package dev.holdfast.archive.snapshot;

/// Where one segment lies.
///
/// @param frames how many frames it holds
public record SegmentRow(BlobRow blob, int frames) {}

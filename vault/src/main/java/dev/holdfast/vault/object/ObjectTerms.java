package dev.holdfast.vault.object;

/// How much may be stored.
///
/// @param quotaBytes of one vault: objects, unfinished uploads and manifests
/// @param keepFreeBytes what stays free on the disk, so that the database can go on
public record ObjectTerms(long quotaBytes, long keepFreeBytes) {}

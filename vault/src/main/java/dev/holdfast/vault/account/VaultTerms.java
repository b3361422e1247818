package dev.holdfast.vault.account;

/// What a vault may use.
///
/// @param quotaBytes objects and manifests together
public record VaultTerms(long quotaBytes) {}

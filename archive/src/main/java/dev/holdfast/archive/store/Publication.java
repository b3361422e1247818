package dev.holdfast.archive.store;

/// What a store answers to a manifest that is offered as the next one.
public sealed interface Publication {
  /// It is durable and the newest of the vault.
  record Stored(StoredManifest stored) implements Publication {}

  /// Another one took its place first.
  ///
  /// @param newest the newest of the vault now
  record Behind(StoredManifest newest) implements Publication {}

  /// An object that it names is not there with the size and hash it names.
  record ObjectMissing() implements Publication {}
}

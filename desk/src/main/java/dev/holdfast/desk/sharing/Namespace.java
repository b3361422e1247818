package dev.holdfast.desk.sharing;

import java.util.UUID;

/// The namespace of our own ids; drawn once.
final class Namespace {
  static final UUID OURS = UUID.fromString("3d0f3c5e-6c63-4e0f-9a55-7b1d1f0c9a2e");

  private Namespace() {}
}

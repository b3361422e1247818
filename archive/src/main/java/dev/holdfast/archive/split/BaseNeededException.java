package dev.holdfast.archive.split;

/// So much changed that a journal would cost more than it saves: the snapshot is taken again as
/// a base.
final class BaseNeededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BaseNeededException() {
    super("the snapshot is better taken as a base", null, false, false);
  }
}

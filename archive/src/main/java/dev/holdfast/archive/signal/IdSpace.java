package dev.holdfast.archive.signal;

/// The kinds of ids that mean something inside one `main` only. Source: docs/format.md, section 14.
public enum IdSpace {
  RECIPIENT, CHAT, COLOR
}

package dev.holdfast.archive.signal;

/// The kinds of ids that mean something inside one `main` only. Source: signal-backup-format §5.1.
public enum IdSpace {
  RECIPIENT, CHAT, COLOR
}

package dev.holdfast.archive.signal;

import java.io.IOException;

/// Receives the frames of a `main` in order, BackupInfo first, each without its length.
@FunctionalInterface
public interface FrameSink {
  /// Takes the next frame.
  ///
  /// @param frame now the receiver's
  void accept(byte[] frame) throws IOException;
}

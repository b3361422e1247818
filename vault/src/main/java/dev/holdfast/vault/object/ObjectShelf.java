package dev.holdfast.vault.object;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where finished objects lie. It knows bytes and names, nothing of quotas or rights; each kind of
/// shelf passes `ObjectShelfContract`.
public interface ObjectShelf {
  /// Names one object.
  record Key(VaultId vault, ObjectName name) {}

  /// Adds an object for good: when this returns, it survives a power cut.
  ///
  /// @param finished a file that is on disk already; it stays the caller's
  /// @return false if there is an object of that name, which then is unchanged
  boolean add(Key key, Path finished) throws IOException;

  /// Opens `length` bytes from `offset` on; the caller closes the stream.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is no such object
  InputStream read(Key key, long offset, long length) throws IOException;

  /// Removes an object; does nothing if there is none.
  void remove(Key key) throws IOException;
}

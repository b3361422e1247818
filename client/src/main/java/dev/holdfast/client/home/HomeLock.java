package dev.holdfast.client.home;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps two writers from working with one home at a time; the system lets go of it when a process
/// dies.
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws ClientException WAITING if another process or thread holds it
  static HomeLock take(Path file) {
    try {
      var channel = PrivateFile.lockFile(file);
      if (lock(channel) != null) return new HomeLock(channel);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new ClientException(Kind.WAITING, "another holdfast is working with this home",
        "wait until it is done, then try again");
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

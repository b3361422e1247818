package dev.holdfast.client.vault;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.server.StoreRefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/// Calls the archive and gives its checked exceptions one meaning.
public final class Archive {
  private Archive() {}

  /// A call that reads or writes.
  ///
  /// @param <T> what it gives
  @FunctionalInterface
  public interface Work<T> {
    /// Does it.
    T run() throws IOException;
  }

  /// Runs it; a server's refusal comes out as itself, a failing disk as a sentence.
  public static <T> T asking(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw meaning(e);
    }
  }

  /// What a failure of the archive means to a person.
  public static ClientException meaning(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof StoreRefusedException refused) return refused.reason();
    if (failure instanceof FileSystemException file && file.getFile() != null)
      return new ClientException(Kind.BUG, "the file " + file.getFile()
          + " cannot be read or written" + (file.getReason() == null ? "" : ": " + file.getReason()),
          "check its rights and the space that is left", failure);
    return new ClientException(Kind.BUG, "reading or writing failed on this machine",
        "check the disk and try again", failure);
  }
}

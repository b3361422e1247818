package dev.holdfast.cli;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.home.PrivateFile;
import dev.holdfast.client.server.ServerRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where secrets go that the program makes: to files of mode 0600 that must not exist yet, or to the
/// person.
public final class SecretOutput {
  private final Holdfast app;
  private final List<Path> written = new ArrayList<>();

  /// @param app the program
  public SecretOutput(Holdfast app) {
    this.app = app;
  }

  /// Before anything is done: no file may exist yet, none may be named twice.
  ///
  /// @throws ClientException USAGE otherwise
  public void check(@Nullable Path... files) {
    var named = Arrays.stream(files).filter(Objects::nonNull).map(Path::toAbsolutePath).toList();
    if (named.stream().distinct().count() < named.size())
      throw new ClientException(Kind.USAGE, "two secrets cannot go to one file",
          "name a file for each, and keep them apart");
    for (var file : named) {
      if (Files.exists(file))
        throw new ClientException(Kind.USAGE,
            "the file " + file + " exists already and is not overwritten",
            "name another file, or move that one away");
      var folder = file.getParent();
      if (folder != null && !Files.isDirectory(folder))
        throw new ClientException(Kind.USAGE, "the folder " + folder + " does not exist",
            "make it first");
    }
  }

  /// Writes a secret and a newline to the file; without one it is for showing.
  ///
  /// @param secret its letters, wiped here
  /// @return what to show; empty if it was written
  public Optional<String> put(@Nullable Path file, Supplier<char[]> secret) {
    var letters = secret.get();
    try {
      if (file == null) return Optional.of(new String(letters));
      var line = line(letters);
      PrivateFile.create(file, line);
      Arrays.fill(line, (byte) 0);
      written.add(file);
      return Optional.empty();
    } finally {
      Arrays.fill(letters, '\0');
    }
  }

  /// The letters, all ASCII, and a newline.
  private static byte[] line(char[] letters) {
    var line = new byte[letters.length + 1];
    for (int i = 0; i < letters.length; i++)
      line[i] = (byte) letters[i];
    line[letters.length] = '\n';
    return line;
  }

  /// Runs the step that makes the secrets good. Only if the server says that nothing was made are
  /// the files worthless and go: after any other failure they may be all there is.
  public <T> T undoUnless(Supplier<T> step) {
    try {
      return step.get();
    } catch (ServerRefusal e) {
      if (e.kind() != Kind.BUG) written.forEach(this::remove);
      throw e;
    }
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      app.remark("the file " + file + " holds a code that counts for nothing and could not be"
          + " removed");
    }
  }
}

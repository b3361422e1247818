package dev.holdfast.vault.object;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Objects as files: `<folder>/<vault>/<first two digits>/<name>`.
public final class FolderShelf implements ObjectShelf {
  private final Path folder;

  /// @param folder on the same file system as the finished files that are added
  public FolderShelf(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public boolean add(Key key, Path finished) throws IOException {
    var target = file(key);
    var parent = parent(key);
    makeFolders(key, parent);
    try {
      // A move would silently replace what is there; a link never does.
      Files.createLink(target, finished);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    sync(parent);
    return true;
  }

  @Override
  public InputStream read(Key key, long offset, long length) throws IOException {
    var channel = FileChannel.open(file(key), READ);
    try {
      channel.position(offset);
      return new BoundedStream(Channels.newInputStream(channel), length);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void remove(Key key) throws IOException {
    Files.deleteIfExists(file(key));
  }

  private Path file(Key key) {
    return parent(key).resolve(key.name().hex());
  }

  private Path parent(Key key) {
    return vault(key).resolve(key.name().hex().substring(0, 2));
  }

  private Path vault(Key key) {
    return folder.resolve(key.vault().hex());
  }

  private void makeFolders(Key key, Path parent) throws IOException {
    if (Files.isDirectory(parent)) return;
    Files.createDirectories(parent);
    sync(vault(key));
    sync(folder);
  }

  private static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }
}

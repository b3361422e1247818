package dev.holdfast.vault.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class FolderShelfTest implements ObjectShelfContract {
  @TempDir
  Path folder;

  @Override
  public ObjectShelf shelf() throws IOException {
    return new FolderShelf(folder.resolve("objects"));
  }

  @Override
  public Path finished(byte[] content) throws IOException {
    return Files.write(folder.resolve(UUID.randomUUID().toString()), content);
  }
}

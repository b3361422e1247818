package dev.holdfast.archive.store;

import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest implements ObjectStoreContract {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir
  Path folder;

  @Override
  public Vault vault() throws IOException {
    return new Vault(new FolderStore(folder, Clock.systemUTC()), VaultId.random(RANDOM),
        SigningKey.random(RANDOM),
        1);
  }
}

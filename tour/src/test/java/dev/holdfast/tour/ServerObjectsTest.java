package dev.holdfast.tour;

import dev.holdfast.archive.store.ObjectStoreContract;
import dev.holdfast.client.home.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// The store's contract, with a real server behind it.
class ServerObjectsTest implements ObjectStoreContract {
  @TempDir
  Path folder;

  private final List<AutoCloseable> open = new ArrayList<>();

  @Override
  public ObjectStoreContract.Vault vault() throws IOException {
    var town = Town.withVault(folder, "1s");
    open.add(town);
    var vault = dev.holdfast.client.vault.Vault.open(Home.at(town.laptop.home()),
        Clock.systemUTC(), new SecureRandom());
    open.add(0, vault);
    return new ObjectStoreContract.Vault(vault.objects(), vault.id(), vault.keys().signing(), 1);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (var one : open)
      one.close();
  }
}

package dev.holdfast.vault.share;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.VaultId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// One small key file for each epoch: what the database holds of its share and masks is sealed
/// under it, so that overwriting 32 bytes destroys them, wherever copies of the database may lie.
public final class ShareKeys {
  private final Path folder;
  private final SecureRandom random;

  /// @param folder is made if it is not there
  /// @throws IOException if it cannot be made
  public ShareKeys(Path folder, SecureRandom random) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.random = random;
  }

  /// Names the key of one epoch.
  public record Name(VaultId vault, int epoch) {}

  SecretBytes make(Name name) {
    var raw = new byte[32];
    random.nextBytes(raw);
    var key = new SecretBytes(raw);
    key.lendTo(bytes -> write(name, bytes));
    return key;
  }

  Optional<SecretBytes> read(Name name) {
    try {
      var file = file(name);
      if (!Files.exists(file)) return Optional.empty();
      var bytes = Files.readAllBytes(file);
      return bytes.length == 32 ? Optional.of(new SecretBytes(bytes)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void destroy(Name name) {
    try {
      KeyFile.destroy(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Name> all() {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{32}-\\d+"))
          .map(name -> new Name(new VaultId(name.substring(0, 32)),
              Integer.parseInt(name.substring(33))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Name name, byte[] key) {
    try {
      KeyFile.write(file(name), key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Name name) {
    return folder.resolve(name.vault().hex() + "-" + name.epoch());
  }
}

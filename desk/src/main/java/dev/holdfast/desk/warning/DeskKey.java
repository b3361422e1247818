package dev.holdfast.desk.warning;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/// The desk's signing key, in a file of mode 0600; made the first time.
final class DeskKey {
  private static final String NAME = "warning.key";
  private static final int BYTES = 32;

  private DeskKey() {}

  /// The caller closes it.
  static SigningKey in(Path folder, SecureRandom random) throws IOException {
    DeskFolder.make(folder);
    var file = folder.resolve(NAME);
    if (!Files.exists(file)) write(file, random);
    var seed = Files.readAllBytes(file);
    if (seed.length != BYTES)
      throw new IOException("the desk's key " + file + " has not the 32 bytes it should have");
    return new SigningKey(new SecretBytes(seed));
  }

  private static void write(Path file, SecureRandom random) throws IOException {
    var seed = new byte[BYTES];
    random.nextBytes(seed);
    DeskFolder.create(file, seed);
    Arrays.fill(seed, (byte) 0);
  }
}

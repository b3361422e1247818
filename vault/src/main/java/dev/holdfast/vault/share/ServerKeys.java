package dev.holdfast.vault.share;

import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.device.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/// The server's own secrets: identity, sealing key, and a key for values that only it reads back.
/// They lie in one file of 96 bytes that is made once.
public final class ServerKeys implements AutoCloseable {
  private static final int SECRET_BYTES = 32;
  private static final int FILE_BYTES = 3 * SECRET_BYTES;

  private final SigningKey identity;
  private final SecretBytes sealingSeed;
  private final SecretBytes macKey;
  private final SealingKey sealingKey;

  private ServerKeys(byte[] file) {
    identity = new SigningKey(new SecretBytes(Arrays.copyOf(file, SECRET_BYTES)));
    sealingSeed = new SecretBytes(Arrays.copyOfRange(file, SECRET_BYTES, 2 * SECRET_BYTES));
    macKey = new SecretBytes(Arrays.copyOfRange(file, 2 * SECRET_BYTES, FILE_BYTES));
    sealingKey = Hpke.publicKey(sealingSeed);
    Arrays.fill(file, (byte) 0);
  }

  /// Reads the keys, or makes them where there are none.
  ///
  /// @throws IOException if the file cannot be read or written, or has another length
  public static ServerKeys in(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file)) {
      var fresh = new byte[FILE_BYTES];
      random.nextBytes(fresh);
      KeyFile.write(file, fresh);
      Arrays.fill(fresh, (byte) 0);
    }
    var bytes = Files.readAllBytes(file);
    if (bytes.length != FILE_BYTES)
      throw new IOException("expected the server's keys, 96 bytes, in " + file);
    return new ServerKeys(bytes);
  }

  /// Signs checkpoints; its public half is the server's name.
  public SigningKey identity() {
    return identity;
  }

  /// To what clients seal shares and masks.
  public SealingKey sealingKey() {
    return sealingKey;
  }

  /// For tokens and marks that only this server reads back.
  public SecretBytes macKey() {
    return macKey;
  }

  SecretBytes sealingSeed() {
    return sealingSeed;
  }

  @Override
  public void close() {
    identity.close();
    sealingSeed.close();
    macKey.close();
  }
}

package dev.holdfast.vault.share;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Tx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/// The release shares and the devices' masks that this server holds. They come sealed to the
/// server, are opened once, and lie sealed under the key of their epoch ([ShareKeys]).
public final class Shares {
  private static final int SECRET_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final ServerKeys keys;
  private final ShareKeys shareKeys;
  private final SecureRandom random;

  /// Shares of one server.
  public Shares(ServerKeys keys, ShareKeys shareKeys, SecureRandom random) {
    this.keys = keys;
    this.shareKeys = shareKeys;
    this.random = random;
  }

  /// Opens what a client sealed to the server.
  ///
  /// @param info names use and place (docs/protocol.md, section 3)
  /// @throws RefusedException `bad-request` if it does not open or holds another length
  public SecretBytes receive(String what, byte[] info, byte[] sealed) {
    var opened = Hpke.open(keys.sealingSeed(), info, sealed)
        .filter(secret -> secret.length() == SECRET_BYTES);
    return opened.orElseThrow(() -> new RefusedException(Refusal.BAD_REQUEST,
        "expected a " + what + " sealed to this server's key"));
  }

  /// Makes the key of a new epoch; it is on disk before anything is sealed under it.
  public void open(VaultId vault, int epoch) {
    shareKeys.make(new ShareKeys.Name(vault, epoch)).close();
  }

  /// Seals a share for the database.
  public byte[] sealed(VaultId vault, int epoch, SecretBytes share) {
    return seal(key(vault, epoch), "share", share);
  }

  /// Stores a device's mask, if there is none yet.
  public void keepMask(Tx tx, VaultId vault, int epoch, DeviceId device, SecretBytes mask) {
    tx.db()
        .execute("insert into mask values (?, ?, ?, ?) on conflict do nothing", vault.hex(),
            epoch, device.hex(), seal(key(vault, epoch), device.hex(), mask));
  }

  /// A device's mask; empty if it has none in this epoch, the epoch's masks are destroyed, or their
  /// key is not here.
  public Optional<SecretBytes> mask(Handle db, VaultId vault, int epoch, DeviceId device) {
    return db.createQuery("select sealed from mask where vault = ? and epoch = ? and device = ?")
        .bind(0, vault.hex())
        .bind(1, epoch)
        .bind(2, device.hex())
        .map((row, context) -> row.getBytes(1))
        .findOne()
        .flatMap(sealed -> known(vault, epoch).map(key -> unseal(key, device.hex(), sealed)));
  }

  /// True if the key is there under which the share and the masks of an epoch are sealed.
  public boolean holds(VaultId vault, int epoch) {
    var key = known(vault, epoch);
    key.ifPresent(SecretBytes::close);
    return key.isPresent();
  }

  /// The share of an epoch; empty if it is destroyed.
  ///
  /// @throws RefusedException `share-missing` if its key is not here
  public Optional<SecretBytes> share(Handle db, VaultId vault, int epoch) {
    return db
        .createQuery(
            "select share from epoch where vault = ? and epoch = ? and share is not null")
        .bind(0, vault.hex())
        .bind(1, epoch)
        .map((row, context) -> row.getBytes(1))
        .findOne()
        .map(sealed -> unseal(key(vault, epoch), "share", sealed));
  }

  /// Forgets share and masks of an epoch with the transaction, and destroys their key behind it.
  public void destroy(Tx tx, VaultId vault, int epoch) {
    tx.db()
        .execute("update epoch set share = null where vault = ? and epoch = ?", vault.hex(),
            epoch);
    tx.db().execute("delete from mask where vault = ? and epoch = ?", vault.hex(), epoch);
    tx.after(() -> shareKeys.destroy(new ShareKeys.Name(vault, epoch)));
  }

  /// Makes up for a stop between commit and overwriting: destroys the keys of the shares that the
  /// database knows to be gone, and of no others. A key that the database does not know may belong
  /// to a newer database that somebody is about to put back.
  ///
  /// @return how many keys the database does not know
  public int sweep(Handle db) {
    int unknown = 0;
    for (var name : shareKeys.all()) {
      var gone = db
          .createQuery("""
              select share is null from epoch where vault = :vault and epoch = :epoch
              """)
          .bind("vault", name.vault().hex())
          .bind("epoch", name.epoch())
          .mapTo(Boolean.class)
          .findOne();
      if (gone.isEmpty()) unknown++;
      else if (gone.get()) shareKeys.destroy(name);
    }
    return unknown;
  }

  private SecretBytes key(VaultId vault, int epoch) {
    return known(vault, epoch)
        .orElseThrow(() -> new RefusedException(Refusal.SHARE_MISSING,
            "this server does not hold the key of the vault's release share of epoch " + epoch,
            "ask whoever runs the server to put the folder \"shares\" back; nothing is lost as long"
                + " as there is a copy of it"));
  }

  private Optional<SecretBytes> known(VaultId vault, int epoch) {
    return shareKeys.read(new ShareKeys.Name(vault, epoch));
  }

  private byte[] seal(SecretBytes key, String use, SecretBytes secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try (key) {
      var ciphertext = secret.lend(raw -> run(Cipher.ENCRYPT_MODE, key, nonce, use, raw));
      return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
          .put(nonce)
          .put(ciphertext)
          .array();
    }
  }

  private static SecretBytes unseal(SecretBytes key, String use, byte[] sealed) {
    try (key) {
      return new SecretBytes(run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), use,
          Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length)));
    }
  }

  private static byte[] run(int mode, SecretBytes key, byte[] nonce, String use, byte[] input) {
    return key.lend(raw -> {
      try {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(raw, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(use.getBytes(StandardCharsets.US_ASCII));
        return cipher.doFinal(input);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a stored share is damaged or its key is another", e);
      }
    });
  }
}

package dev.holdfast.vault.alarm;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One token for each request and channel. It is a MAC of both, so a letter can be written again
/// while the database holds the hash alone.
public final class VetoTokens {
  private final Database database;
  private final SecretBytes key;

  /// @param key stays the caller's
  public VetoTokens(Database database, SecretBytes key) {
    this.database = database;
    this.key = key;
  }

  /// What a token stands for.
  ///
  /// @param channel the channel whose letter carried it
  public record Right(RequestId request, String channel) {}

  VetoToken of(String request, String channel) {
    var message = ("holdfast/v1/veto\n" + request + "\n" + channel)
        .getBytes(StandardCharsets.US_ASCII);
    return new VetoToken(Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.lend(raw -> mac(raw, message))));
  }

  void remember(Tx tx, String request, String channel) {
    tx.db()
        .execute("insert into veto_token values (?, ?, ?) on conflict do nothing",
            hash(of(request, channel)), request, channel);
  }

  /// What the token allows; empty if it is unknown or its channel is gone.
  public Optional<Right> find(VetoToken token) {
    return database.read(db -> db
        .createQuery("""
            select t.request, t.channel from veto_token t
              join channel c on c.channel = t.channel
             where t.token_hash = :hash
            """)
        .bind("hash", hash(token))
        .map((row, context) -> new Right(new RequestId(row.getString(1)), row.getString(2)))
        .findOne());
  }

  private static String hash(VetoToken token) {
    return Sha256.over(token.text().getBytes(StandardCharsets.US_ASCII)).hex();
  }

  private static byte[] mac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}

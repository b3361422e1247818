package dev.holdfast.vault.account;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

/// Invitations let somebody make one vault on a server that is not on loopback. Each is 32 hex
/// digits, works once, within seven days; the database holds hashes.
public final class Invitations {
  private static final Duration HOLDS = Duration.ofDays(7);

  private final Database database;
  private final SecureRandom random;

  /// Invitations of one server.
  public Invitations(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
  }

  /// Makes one; it is shown once and not stored.
  public String make() {
    var raw = new byte[16];
    random.nextBytes(raw);
    var code = Encoded.hex(raw);
    database.change(tx -> tx.db()
        .execute(
            "insert into invitation (code_hash, ends_at) values (?, ?)", hash(code),
            tx.now().plus(HOLDS).toEpochMilli()));
    return code;
  }

  /// Uses one up for a vault; false if it is unknown, used or too old.
  static boolean use(Tx tx, String code, VaultId vault) {
    return tx.db().execute("""
        update invitation set used_by = ? where code_hash = ? and used_by = '' and ends_at > ?
        """, vault.hex(), hash(code), tx.now().toEpochMilli()) == 1;
  }

  private static String hash(String code) {
    return Sha256.over(code.strip().getBytes(StandardCharsets.UTF_8)).hex();
  }
}

package dev.holdfast.vault.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.log.MerkleTree;
import dev.holdfast.vault.TestDatabase;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.TimeSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  static final VaultId VAULT = new VaultId("ab".repeat(16));
  static final int ENTRIES = 37;

  @TempDir
  Path folder;

  @Test
  void theStoredTreeSaysTheSameAsThePlainOneAtEverySize() throws Exception {
    try (var database = TestDatabase.in(folder.resolve("log.db"), TimeSource.SYSTEM)) {
      var random = new SecureRandom();
      var log = new AuditLog(SigningKey.random(random), random);
      for (int i = 0; i < ENTRIES; i++)
        database.change(tx -> log.append(tx, VAULT, "test", "entry"));
      var leaves = leaves(database, log);
      assertEquals(ENTRIES, leaves.size());
      for (int size = 1; size <= ENTRIES; size++)
        compare(database, log, leaves.subList(0, size));
    }
  }

  private static List<Sha256> leaves(Database database, AuditLog log) {
    var leaves = new ArrayList<Sha256>();
    for (var entry : database.read(db -> log.entries(db, VAULT, -1)))
      leaves.add(AuditLog.leaf(HexFormat.of().parseHex(entry.salt()), new String(
          Base64.getDecoder().decode(entry.body()), StandardCharsets.UTF_8)));
    return leaves;
  }

  private static void compare(Database database, AuditLog log, List<Sha256> leaves) {
    int size = leaves.size();
    assertEquals(MerkleTree.root(leaves), database.read(db -> LogNodes.root(db, size)));
    for (int i = 0; i < size; i++) {
      int index = i;
      assertEquals(MerkleTree.inclusion(leaves, index),
          database.read(db -> log.inclusion(db, index, size)));
      assertEquals(MerkleTree.consistency(leaves, index),
          database.read(db -> log.growth(db, index, size)));
    }
  }

  @Test
  void theSameEntryIsNeverTheSameLeaf() throws Exception {
    try (var database = TestDatabase.in(folder.resolve("log.db"), TimeSource.SYSTEM)) {
      var random = new SecureRandom();
      var log = new AuditLog(SigningKey.random(random), random);
      database.change(tx -> {
        log.append(tx, VAULT, "test", "");
        log.append(tx, VAULT, "test", "");
      });
      var leaves = leaves(database, log);
      assertFalse(leaves.get(0).equals(leaves.get(1)));
    }
  }
}

package dev.holdfast.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.log.Checkpoint;
import dev.holdfast.kernel.log.MerkleTree;
import dev.holdfast.kernel.wire.LogEntry;
import dev.holdfast.kernel.wire.LogPage;
import dev.holdfast.kernel.wire.LogProof;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest extends ServerTest {
  static final byte[] DOMAIN = "holdfast/log/v1\n".getBytes(StandardCharsets.US_ASCII);

  LogPage page() {
    return owner.as(owner.laptop).get(owner.path("/log")).as(LogPage.class);
  }

  Checkpoint checkpoint(LogPage page) {
    return Checkpoint.verify(page.note(), new VerifyKey(owner.info().key()));
  }

  List<Sha256> proof(String target) {
    return owner.as(owner.laptop)
        .get(target)
        .as(LogProof.class)
        .path()
        .stream()
        .map(Sha256::new)
        .toList();
  }

  static Sha256 leaf(LogEntry entry) {
    var committed = Sha256.over(DOMAIN, HexFormat.of().parseHex(entry.salt()),
        Base64.getDecoder().decode(entry.body()));
    return MerkleTree.leaf(committed.raw());
  }

  @Test
  void everyEntryOfAVaultIsInTheSignedTreeAndNoOtherVaultsEntryIsShown() {
    TestOwner.enrolled(server);
    TestRequest.byStranger(owner).ask();
    owner.as(owner.laptop).post(owner.path("/lock"));
    var page = page();
    var head = checkpoint(page);
    assertEquals(List.of("enrolled", "requested", "locked"),
        page.entries().stream().map(LogEntry::kind).toList());
    for (var entry : page.entries()) {
      var path = proof("/v1/log/inclusion?index=" + entry.index() + "&size=" + head.size());
      assertTrue(MerkleTree.proves(entry.index(), head.size(), leaf(entry), path, head.root()));
    }
  }

  @Test
  void theLogOnlyGrows() {
    for (int i = 0; i < 3; i++)
      TestOwner.enrolled(server);
    var older = checkpoint(page());
    for (int i = 0; i < 4; i++)
      TestOwner.enrolled(server);
    var newer = checkpoint(page());
    var path = proof("/v1/log/proof?old=" + older.size() + "&new=" + newer.size());
    assertTrue(MerkleTree.provesGrowth(older.size(), newer.size(), older.root(), newer.root(),
        path));
    assertFalse(MerkleTree.provesGrowth(older.size(), newer.size(), newer.root(), older.root(),
        path));
  }

  @Test
  void whatTheLogDoesNotHaveIsNotProved() {
    assertEquals("404 no-such-thing",
        owner.as(owner.laptop).get("/v1/log/inclusion?index=5&size=5000").refusal());
    assertEquals("404 no-such-thing",
        owner.as(owner.laptop).get("/v1/log/proof?old=9&new=5").refusal());
  }
}

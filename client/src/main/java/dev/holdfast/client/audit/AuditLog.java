package dev.holdfast.client.audit;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.vault.Vault;
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

/// The server's audit log as this vault sees it.
public final class AuditLog {
  private static final byte[] DOMAIN = "holdfast/log/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final Vault vault;

  /// @param vault lent
  public AuditLog(Vault vault) {
    this.vault = vault;
  }

  /// What a verification found right.
  ///
  /// @param entries about this vault, each proved to be in the log
  /// @param size of the whole log
  /// @param before the size when this home last verified it, 0 for the first time
  public record Verified(int entries, long size, long before) {}

  /// The entries about this vault, by index; nothing is checked yet.
  public List<LogEntry> entries() {
    return vault.calls().log(-1).entries();
  }

  /// What an entry says: one line of text.
  public static String text(LogEntry entry) {
    return new String(Base64.getDecoder().decode(entry.body()), StandardCharsets.UTF_8);
  }

  /// Checks the newest checkpoint, its growth since this home's last check, every entry, and that
  /// entries, alarms and requests tell the same story.
  ///
  /// @throws ClientException DAMAGED for anything that does not fit
  public Verified verify() {
    var before = Story.of(vault.calls());
    var page = vault.calls().log(-1);
    var verified = verify(page);
    var entries = page.entries().stream().map(entry -> line(entry)).toList();
    before.missingIn(entries).ifPresent(gap -> {
      throw damaged("the audit log does not mention " + gap);
    });
    Story.of(vault.calls()).untold(entries).ifPresent(gap -> {
      throw damaged("the audit log mentions " + gap + ", of which no alarm told");
    });
    vault.home().see(seen -> seen.withCheckpoint(page.note()));
    return verified;
  }

  private Verified verify(LogPage page) {
    var key = new VerifyKey(vault.config().serverKey());
    var newest = checkpoint(page.note(), key);
    var pinned = vault.home().seen().checkpoint();
    long before = pinned.isEmpty() ? 0 : checkGrowth(checkpoint(pinned, key), newest);
    page.entries().forEach(entry -> checkInclusion(entry, newest));
    return new Verified(page.entries().size(), newest.size(), before);
  }

  /// What was committed to counts, not what the answer says beside it.
  private Story.Line line(LogEntry entry) {
    var words = text(entry).split(" ", -1);
    if (words.length < 3 || !words[0].equals(entry.kind()) || !words[1].equals(vault.id().hex()))
      throw damaged("entry " + entry.index() + " of the audit log is about something else");
    return new Story.Line(words[0], words.length > 3 ? words[3] : "");
  }

  private long checkGrowth(Checkpoint pinned, Checkpoint newest) {
    boolean grew = pinned.origin().equals(newest.origin()) && pinned.size() <= newest.size()
        && MerkleTree.provesGrowth(pinned.size(), newest.size(), pinned.root(), newest.root(),
            growth(pinned, newest));
    if (!grew)
      throw damaged("the audit log does not continue the one that was seen before");
    return pinned.size();
  }

  private List<Sha256> growth(Checkpoint pinned, Checkpoint newest) {
    return pinned.size() == newest.size() || pinned.size() == 0
        ? List.of()
        : path(vault.calls().growth(pinned.size(), newest.size()));
  }

  private void checkInclusion(LogEntry entry, Checkpoint newest) {
    var path = path(vault.calls().inclusion(entry.index(), newest.size()));
    if (!MerkleTree.proves(entry.index(), newest.size(), leaf(entry), path, newest.root()))
      throw damaged("entry " + entry.index() + " is not in the audit log");
  }

  private static Sha256 leaf(LogEntry entry) {
    try {
      var commitment = Sha256.over(DOMAIN, HexFormat.of().parseHex(entry.salt()),
          Base64.getDecoder().decode(entry.body()));
      return MerkleTree.leaf(commitment.raw());
    } catch (IllegalArgumentException e) {
      throw damaged("entry " + entry.index() + " of the audit log is malformed");
    }
  }

  private static List<Sha256> path(LogProof proof) {
    try {
      return proof.path().stream().map(Sha256::new).toList();
    } catch (IllegalArgumentException e) {
      throw damaged("the audit log's proof is malformed");
    }
  }

  private static Checkpoint checkpoint(String note, VerifyKey key) {
    try {
      return Checkpoint.verify(note, key);
    } catch (IllegalArgumentException e) {
      throw damaged("the audit log's checkpoint is not signed by the vault's server");
    }
  }

  private static ClientException damaged(String sentence) {
    return new ClientException(Kind.DAMAGED, sentence,
        "keep this home as evidence and ask whoever runs the server");
  }
}

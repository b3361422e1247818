package dev.holdfast.client.epoch;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.restore.Keyring;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.ReleasedShare;
import java.util.Base64;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.security.MessageDigest;

/// An opened vault: the identities of the opened epoch and of all before it, and the bag; wiped on
/// close.
public final class OpenVault implements Keyring, AutoCloseable {
  private final Policy policy;
  private final NavigableMap<Integer, Identity> identities;
  private final SecretBytes factor;
  private final String sealedBag;

  private OpenVault(Policy policy, NavigableMap<Integer, Identity> identities, SecretBytes factor,
      String sealedBag) {
    this.policy = policy;
    this.identities = identities;
    this.factor = factor;
    this.sealedBag = sealedBag;
  }

  /// Combines R, F and S and opens what the server keeps wrapped.
  ///
  /// @param policy as it was shown when the release was asked for; another one derives nothing
  /// @param code R, lent
  /// @param factor F, lent
  /// @param share S, lent
  /// @throws ClientException DAMAGED if the share is not the one that was dealt, or something else
  ///           does not fit
  public static OpenVault open(Policy policy, SecretBytes code, SecretBytes factor,
      SecretBytes share, ReleasedShare released) {
    checkShare(policy, share, released.index());
    var identity = identity(policy, code, factor, share, released);
    var identities = new TreeMap<Integer, Identity>();
    identities.put(policy.epoch(), identity);
    try {
      follow(identities, released);
      return new OpenVault(policy, identities, factor.copy(), released.bag());
    } catch (IllegalArgumentException | ArchiveException e) {
      identities.values().forEach(Identity::close);
      throw damaged("the chain to older epochs");
    }
  }

  private static void checkShare(Policy policy, SecretBytes share, int index) {
    boolean right = index >= 1 && index <= policy.servers().size()
        && share.length() == Keys.BYTES
        && policy.servers().get(index - 1).shareHash().equals(
            Keys.shareHash(policy.epoch(), index, share));
    if (!right) throw damaged("the release share");
  }

  private static Identity identity(Policy policy, SecretBytes code, SecretBytes factor,
      SecretBytes share, ReleasedShare released) {
    try (var kek = Keys.kek(policy.hash(), policy.vault(), policy.epoch(), code, factor, share)) {
      if (!sameHash(kek.commitment(), released.commitment())) throw damaged("the wrapped key");
      var identity = new Identity(Keys.unwrap(kek.wrapKey(), hex(released.wrappedKey())));
      if (!identity.publicKey().equals(policy.recipient())) throw damaged("the wrapped key");
      return identity;
    }
  }

  private static boolean sameHash(Sha256 ours, String theirs) {
    return MessageDigest.isEqual(ours.raw(), hex(theirs));
  }

  private static byte[] hex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw damaged("the wrapped key");
    }
  }

  private static void follow(NavigableMap<Integer, Identity> identities, ReleasedShare released) {
    for (var blob : released.chains()) {
      var newer = identities.firstEntry();
      if (newer.getKey() == 1 || blob.isEmpty()) return;
      var link = ChainLink.open(newer.getValue(), Base64.getDecoder().decode(blob));
      identities.put(link.epoch(), link.identity());
      if (link.epoch() != newer.getKey() - 1)
        throw new IllegalArgumentException("a link that leads elsewhere");
    }
  }

  /// The policy of the opened epoch.
  public Policy policy() {
    return policy;
  }

  /// What the opened epoch holds for going on; the caller closes it.
  ///
  /// Anybody can seal for a public recipient, so a bag is believed only if its unlock secret gives
  /// the very factor that opened the vault.
  ///
  /// @throws ClientException DAMAGED if it does not open or was exchanged
  public Bag bag() {
    try {
      var bag = Bag.open(identity(), Base64.getDecoder().decode(sealedBag));
      if (opensWith(bag)) return bag;
      bag.close();
    } catch (IllegalArgumentException | ArchiveException e) {
      // Refused below: malformed and forged read the same.
    }
    throw damaged("the bag of the opened epoch");
  }

  private boolean opensWith(Bag bag) {
    var found = Factor.byUnlock(policy, bag.unlock());
    try {
      return found.isPresent() && found.get().sameAs(factor);
    } finally {
      found.ifPresent(SecretBytes::close);
    }
  }

  /// True if it reads back to the vault's first epoch.
  public boolean reachesTheBeginning() {
    return identities.firstKey() == 1;
  }

  /// VSK of the opened epoch; lent.
  public Identity identity() {
    return identities.lastEntry().getValue();
  }

  @Override
  public Identity forEpoch(int epoch) {
    var identity = identities.get(epoch);
    if (identity == null)
      throw new ArchiveException(ArchiveException.Kind.ABSENT,
          "the key of epoch " + epoch + " is not among those that this code opens",
          "use the recovery code of the newest epoch");
    return identity;
  }

  private static ClientException damaged(String what) {
    return new ClientException(Kind.DAMAGED,
        what + " is not what was stored for this recovery code",
        "ask whoever runs the server: it may have been damaged or exchanged");
  }

  @Override
  public void close() {
    identities.values().forEach(Identity::close);
    factor.close();
  }
}

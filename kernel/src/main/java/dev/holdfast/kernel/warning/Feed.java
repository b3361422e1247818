package dev.holdfast.kernel.warning;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// Everything a desk says at one time. The bytes are those of docs/warnings.md, section 3.
///
/// @param desk who speaks, one line for people
/// @param key by which the desk is known
/// @param sequence one more each time; a device never goes back
/// @param issuedAt whole seconds
/// @param expiresAt whole seconds; whoever still gets this feed later is kept from a newer one
/// @param warnings all that hold now or later
/// @param revoked all that were taken back and would still hold
public record Feed(String desk, VerifyKey key, long sequence, Instant issuedAt, Instant expiresAt,
    List<SignedWarning> warnings, List<Revocation> revoked) {
  private static final String MAGIC = "holdfast/feed/v1\n";
  private static final int LONGEST_NAME = 120;

  /// @throws IllegalArgumentException with a sentence, if something is out of range
  public Feed {
    warnings = List.copyOf(warnings);
    revoked = List.copyOf(revoked);
    Seconds.check(issuedAt);
    Seconds.check(expiresAt);
    if (desk.isBlank() || desk.length() > LONGEST_NAME || desk.chars().anyMatch(c -> c < ' '))
      throw new IllegalArgumentException("a desk's name is one line");
    if (sequence < 1) throw new IllegalArgumentException("feeds count from 1");
    if (!issuedAt.isBefore(expiresAt))
      throw new IllegalArgumentException("a feed expires after it was issued");
    var ids = new HashSet<WarningId>();
    for (var signed : warnings)
      if (!ids.add(signed.warning().id())) throw twice();
    for (var revocation : revoked)
      if (!ids.add(revocation.id())) throw twice();
  }

  private static IllegalArgumentException twice() {
    return new IllegalArgumentException("a feed names each warning once");
  }

  /// The canonical bytes, a fresh array: what is signed.
  public byte[] encode() {
    var out = new CanonicalWriter(MAGIC).text(desk).fixed(key.raw()).u64(sequence);
    Seconds.write(out, issuedAt);
    Seconds.write(out, expiresAt);
    out.u32(warnings.size());
    for (var signed : warnings)
      out.bytes(signed.warning().encode()).fixed(signed.seal().raw());
    out.u32(revoked.size());
    for (var revocation : revoked) {
      out.fixed(revocation.id().raw());
      Seconds.write(out, revocation.at());
      out.text(revocation.reason().word());
    }
    return out.toBytes();
  }

  /// This feed with the desk's signature.
  ///
  /// @throws IllegalArgumentException if `signer` is not the desk's key
  public SignedFeed sign(SigningKey signer) {
    if (!signer.verifyKey().equals(key))
      throw new IllegalArgumentException("a feed is signed by the key it names");
    return new SignedFeed(this, Seal.of(signer.sign(encode())));
  }

  /// Tells two feeds of the same number apart.
  public Sha256 hash() {
    return Sha256.over(encode());
  }
}

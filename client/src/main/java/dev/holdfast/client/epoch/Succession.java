package dev.holdfast.client.epoch;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.PolicyLink;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Follows a vault from the policies a home trusts to later ones. Without this a server could hand
/// out a policy of its own and read all later backups.
public final class Succession {
  private Succession() {}

  /// The policies after `trusted`, each vouched for by the opening key of the one before it.
  ///
  /// @throws ClientException DAMAGED if one is not
  public static List<Policy> after(Policy trusted, List<PolicyLink> links) {
    var accepted = new ArrayList<Policy>();
    var newest = trusted;
    for (var link : links) {
      newest = successor(newest, link);
      accepted.add(newest);
    }
    return accepted;
  }

  private static Policy successor(Policy before, PolicyLink link) {
    try {
      var policy = Policy.decode(Base64.getDecoder().decode(link.policy()));
      boolean vouched = policy.epoch() == before.epoch() + 1
          && policy.vault().equals(before.vault())
          && before.openingKey().accepts(Label.policy(policy.hash()),
              HexFormat.of().parseHex(link.signature()));
      if (vouched) return policy;
    } catch (IllegalArgumentException e) {
      // Refused below: malformed and forged read the same.
    }
    throw new ClientException(Kind.DAMAGED,
        "the server shows a policy for epoch " + (before.epoch() + 1)
            + " that nobody who opened the vault vouched for",
        "do not back up to this server until its operator has explained it");
  }
}

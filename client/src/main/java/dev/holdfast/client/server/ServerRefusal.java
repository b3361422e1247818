package dev.holdfast.client.server;

import dev.holdfast.client.ClientException;
import java.util.Map;

/// The server said no, and why.
public final class ServerRefusal extends ClientException {
  private static final long serialVersionUID = 1L;

  private static final Map<String, Kind> KINDS = Map.ofEntries(
      Map.entry("bad-request", Kind.REFUSED),
      Map.entry("unsigned", Kind.NOT_ALLOWED),
      Map.entry("clock", Kind.REFUSED),
      Map.entry("replay", Kind.NOT_ALLOWED),
      Map.entry("invite-needed", Kind.NOT_ALLOWED),
      Map.entry("wrong-factor", Kind.NOT_ALLOWED),
      Map.entry("factor-missing", Kind.NOT_ALLOWED),
      Map.entry("vetoed", Kind.REFUSED),
      Map.entry("locked", Kind.REFUSED),
      Map.entry("own-request", Kind.NOT_ALLOWED),
      Map.entry("not-allowed", Kind.NOT_ALLOWED),
      Map.entry("no-such-vault", Kind.ABSENT),
      Map.entry("no-such-thing", Kind.ABSENT),
      Map.entry("waiting", Kind.WAITING),
      Map.entry("behind", Kind.WAITING),
      Map.entry("object-missing", Kind.DAMAGED),
      Map.entry("other-content", Kind.DAMAGED),
      Map.entry("no-reserve", Kind.REFUSED),
      Map.entry("code-spent", Kind.NOT_ALLOWED),
      Map.entry("ended", Kind.REFUSED),
      Map.entry("too-large", Kind.REFUSED),
      Map.entry("secret-in-body", Kind.NOT_ALLOWED),
      Map.entry("too-many-requests", Kind.REFUSED),
      Map.entry("quota", Kind.REFUSED),
      Map.entry("disk-full", Kind.REFUSED), Map.entry("share-missing", Kind.UNREACHABLE));

  private final String code;
  private final String policy;

  /// @param code a word of docs/protocol.md, section 9
  /// @param sentence the server's
  /// @param hint the way out; may be empty
  /// @param policy canonical policy that lets the caller prove the factor, base64; mostly empty
  public ServerRefusal(String code, String sentence, String hint, String policy) {
    super(KINDS.getOrDefault(code, Kind.BUG), sentence, hint);
    this.code = code;
    this.policy = policy;
  }

  /// The policy that came with `too-many-requests`, base64; else empty.
  public String policy() {
    return policy;
  }

  /// The word for programs.
  public String code() {
    return code;
  }
}

package dev.holdfast.vault;

import java.util.Locale;

/// Why a call is refused (docs/protocol.md, section 9).
public enum Refusal {
  /// The call itself is malformed or out of its time.
  BAD_REQUEST, UNSIGNED, CLOCK, REPLAY, TOO_LARGE, SECRET_IN_BODY,
  /// The caller lacks a right or a proof.
  INVITE_NEEDED, WRONG_FACTOR, FACTOR_MISSING, VETOED, LOCKED, OWN_REQUEST, NOT_ALLOWED,
  /// There is no such thing.
  NO_SUCH_VAULT, NO_SUCH_THING,
  /// The state does not allow it now.
  WAITING, BEHIND, OBJECT_MISSING, OTHER_CONTENT, NO_RESERVE,
  /// The state will never allow it again.
  CODE_SPENT, ENDED,
  /// Too much of something.
  TOO_MANY_REQUESTS, QUOTA, DISK_FULL,
  /// The server does not hold what only it can give.
  SHARE_MISSING,
  /// Our mistake.
  BUG;

  /// As it stands in a problem body: lower case with dashes.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

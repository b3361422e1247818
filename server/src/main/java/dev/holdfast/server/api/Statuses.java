package dev.holdfast.server.api;

import dev.holdfast.vault.Refusal;

/// The HTTP status of each refusal (docs/protocol.md, section 9).
final class Statuses {
  private Statuses() {}

  static int of(Refusal refusal) {
    return switch (refusal) {
      case BAD_REQUEST -> 400;
      case UNSIGNED, CLOCK, REPLAY -> 401;
      case INVITE_NEEDED, WRONG_FACTOR, FACTOR_MISSING, VETOED, LOCKED, OWN_REQUEST,
          NOT_ALLOWED ->
        403;
      case NO_SUCH_VAULT, NO_SUCH_THING -> 404;
      case WAITING, BEHIND, OBJECT_MISSING, OTHER_CONTENT, NO_RESERVE -> 409;
      case CODE_SPENT, ENDED -> 410;
      case TOO_LARGE -> 413;
      case SECRET_IN_BODY -> 422;
      case TOO_MANY_REQUESTS -> 429;
      case QUOTA, DISK_FULL -> 507;
      case SHARE_MISSING -> 503;
      case BUG -> 500;
    };
  }
}

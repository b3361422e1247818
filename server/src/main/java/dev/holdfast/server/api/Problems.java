package dev.holdfast.server.api;

import dev.holdfast.kernel.canonical.MalformedException;
import dev.holdfast.kernel.wire.ProblemBody;
import dev.holdfast.kernel.wire.StoredSnapshot;
import dev.holdfast.server.gate.ClockException;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.object.OffsetException;
import dev.holdfast.vault.release.LimitException;
import dev.holdfast.vault.snapshot.BehindException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever ends a call into the one body of refusals. Logs hold the kind of trouble and
/// places in our code, never what was sent.
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final int SQLITE_FULL = 13;

  private Problems() {}

  /// The body of `behind`, with the newest snapshot.
  record BehindBody(String code, String detail, String hint, @Nullable StoredSnapshot newest) {}

  /// The body of `too-many-requests`, with the policy of the epoch asked for.
  record LimitBody(String code, String detail, String hint, String policy) {}

  static void refused(RefusedException e, Context context) {
    if (e instanceof ClockException clock)
      context.header("Holdfast-Time", Long.toString(clock.now()));
    if (e instanceof OffsetException offset)
      context.header("Upload-Offset", Long.toString(offset.has()));
    answer(context, e.refusal(), body(e, e.refusal().code()));
  }

  private static Object body(RefusedException e, String code) {
    return switch (e) {
      case BehindException behind ->
        new BehindBody(code, e.detail(), e.hint(), behind.newest());
      case LimitException limit -> new LimitBody(code, e.detail(), e.hint(), limit.policy());
      default -> new ProblemBody(code, e.detail(), e.hint());
    };
  }

  static void malformed(IllegalArgumentException e, Context context) {
    var detail = e instanceof MalformedException
        ? String.valueOf(e.getMessage())
        : "expected values in the documented form";
    refused(new RefusedException(Refusal.BAD_REQUEST, detail), context);
  }

  /// Javalin's own refusals: no such path, or no such method there.
  static void unrouted(HttpResponseException e, Context context) {
    refused(new RefusedException(Refusal.NO_SUCH_THING, "no such call"), context);
  }

  static void broken(Exception e, Context context) {
    if (diskFull(e)) {
      refused(new RefusedException(Refusal.DISK_FULL, "the server's disk is full",
          "nothing that was stored is lost; tell the server's operator"), context);
      return;
    }
    if (e instanceof IOException) {
      // The other side went away; there is nobody to answer.
      refused(new RefusedException(Refusal.BAD_REQUEST, "the body broke off"), context);
      return;
    }
    log.error("bug {}", trace(e));
    refused(new RefusedException(Refusal.BUG, "the server made a mistake",
        "tell its operator; the log says where"), context);
  }

  private static boolean diskFull(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == SQLITE_FULL) return true;
      if (cause instanceof IOException
          && String.valueOf(cause.getMessage()).contains("No space left"))
        return true;
    }
    return false;
  }

  /// Kinds and places, no messages: a message may quote what a caller sent.
  static String trace(Throwable e) {
    var text = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      text.append(cause.getClass().getName());
      for (var frame : cause.getStackTrace())
        if (frame.getClassName().startsWith("dev.holdfast"))
          text.append(" at ").append(frame);
      text.append("; ");
    }
    return text.toString();
  }

  private static void answer(Context context, Refusal refusal, Object body) {
    if (context.res().isCommitted()) return;
    context.status(Statuses.of(refusal));
    context.contentType("application/problem+json");
    context.result(Json.write(body));
  }
}

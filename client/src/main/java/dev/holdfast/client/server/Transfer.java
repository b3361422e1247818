package dev.holdfast.client.server;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.kernel.manifest.SealedObject;
import java.time.Duration;

/// Brings one object to the server, going on from where an earlier attempt stopped.
final class Transfer {
  private static final int ATTEMPTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int ASK_FIRST = 1 << 20;

  private final VaultCalls calls;

  Transfer(VaultCalls calls) {
    this.calls = calls;
  }

  void put(SealedObject object, byte[] content) {
    long offset = object.size() < ASK_FIRST ? 0 : arrived(object);
    for (int attempt = 1;; attempt++) {
      try {
        put(object, content, offset);
        return;
      } catch (ServerRefusal e) {
        if (attempt == ATTEMPTS || !again(e, offset)) throw e;
        offset = e.code().equals("behind") ? arrived(object) : 0;
      } catch (ClientException e) {
        if (attempt == ATTEMPTS || e.kind() != Kind.UNREACHABLE) throw e;
        pause(attempt);
        offset = arrived(object);
      }
      if (offset < 0) return;
    }
  }

  /// What lies there unfinished may be of other bytes: one more attempt from the beginning shows.
  private static boolean again(ServerRefusal refusal, long offset) {
    return refusal.code().equals("behind")
        || offset > 0 && (refusal.code().equals("bad-request")
            || refusal.code().equals("object-missing"));
  }

  private void put(SealedObject object, byte[] content, long offset) {
    if (offset < 0) return;
    int size = Math.toIntExact(object.size());
    int from = (int) Math.min(offset, size);
    var body = from == 0
        ? new Body(content, 0, size, object.sha256())
        : Body.of(content, from, size);
    calls.server()
        .ask(calls.caller(), Call.of("PUT", path(object))
            .with("Upload-Offset", Integer.toString(from))
            .with("Upload-Length", Integer.toString(size))
            .with("Holdfast-Sha256", object.sha256().hex())
            .with("Content-Type", "application/octet-stream")
            .patient(PATIENCE)
            .holding(body));
  }

  /// How many bytes of an unfinished transfer are there; -1 if the object is complete and the same.
  private long arrived(SealedObject object) {
    var answer = calls.server().send(calls.caller(), Call.of("HEAD", path(object)));
    if (answer.ok() && answer.header("Holdfast-Sha256").equals(object.sha256().hex())) return -1;
    return answer.number("Upload-Offset");
  }

  private String path(SealedObject object) {
    return calls.path() + "/objects/" + object.name().hex();
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException(Kind.BUG, "the transfer was interrupted", "", e);
    }
  }
}

package dev.holdfast.server.gate;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.signature.Authority;
import dev.holdfast.kernel.signature.SignedRequest;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.TimeSource;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets a call in if it is signed, fresh and not a repetition (docs/protocol.md, section 2).
public final class Gate {
  private static final long SKEW_SECONDS = 300;
  private static final int LARGEST_BODY = 1 << 20;
  private static final int MOST_STRANGERS = 64;
  private static final int BUFFER_BYTES = 8 * 1024;
  private static final Duration SLOWEST_BODY = Duration.ofSeconds(30);

  private final TimeSource time;
  private final Supplier<Names> names;
  private final Instant startedAt;
  private final Nonces nonces = new Nonces();
  private final Semaphore strangers = new Semaphore(MOST_STRANGERS);

  /// A gate that opens now.
  ///
  /// @param names asked at each call: the port is known once the server listens
  public Gate(TimeSource time, Supplier<Names> names) {
    this.time = time;
    this.names = names;
    startedAt = time.wall();
  }

  /// When this server started; what was signed before is refused.
  public Instant startedAt() {
    return startedAt;
  }

  /// What a call says of itself, not believed yet.
  ///
  /// @throws RefusedException `unsigned` if it is not signed in the documented form
  public SignedRequest read(Context context) {
    var query = context.req().getQueryString();
    var target = context.req().getRequestURI() + (query == null ? "" : "?" + query);
    return SignedRequest
        .read(context.req().getMethod(), called(context), target,
            header(context, "Signature-Input"), header(context, "Content-Digest"))
        .orElseThrow(() -> unsigned("expected a signature in the documented form"));
  }

  /// Believes a call if `key`, which the server knew before, has signed it.
  ///
  /// @param key empty if the caller is unknown
  /// @throws RefusedException `unsigned`, `clock`, `replay`
  public void admit(Context context, SignedRequest call, Optional<VerifyKey> key) {
    admitNew(context, call, key);
    if (!nonces.use(call.keyId() + call.nonce(), time.nanos()))
      throw new RefusedException(Refusal.REPLAY, "this call was made before",
          "sign it again with another nonce");
  }

  /// Believes a call that brings its own key. Its nonce is not remembered: anybody can make keys
  /// and fill the memory, and what such calls do is the same when they are repeated.
  public void admitNew(Context context, SignedRequest call, Optional<VerifyKey> key) {
    if (key.isEmpty() || !signed(context, call, key.get()))
      throw new RefusedException(Refusal.UNSIGNED,
          "expected a call to this server, signed by a known key",
          "call it by its own address; the server's public-url says which that is");
    var now = time.wall();
    if (Math.abs(now.getEpochSecond() - call.created()) > SKEW_SECONDS
        || call.created() < startedAt.getEpochSecond())
      throw new ClockException(now.toEpochMilli());
  }

  private boolean signed(Context context, SignedRequest call, VerifyKey key) {
    var signature = header(context, "Signature");
    return names.get()
        .of(call.authority())
        .stream()
        .anyMatch(name -> call.at(name).signedBy(key, signature));
  }

  private static String called(Context context) {
    return Authority.of(context.req().getScheme(), header(context, "Host"));
  }

  /// Reads a JSON body of at most 1 MiB; it is the signed one, and holds nobody's secret.
  ///
  /// @throws RefusedException `too-large`, `unsigned`, `secret-in-body`
  public byte[] body(Context context, SignedRequest call) throws IOException {
    return body(context, call, LARGEST_BODY);
  }

  /// Reads the body of a call that is not believed yet: a small one, and few at a time, so that
  /// strangers cannot fill the memory.
  ///
  /// @param most bytes
  /// @throws RefusedException `too-many-requests` if too many are read at once, and as [#body]
  public byte[] strangersBody(Context context, SignedRequest call, int most) throws IOException {
    if (!strangers.tryAcquire())
      throw new RefusedException(Refusal.TOO_MANY_REQUESTS, "the server is too busy",
          "try again in a moment");
    try {
      return body(context, call, most);
    } finally {
      strangers.release();
    }
  }

  private byte[] body(Context context, SignedRequest call, int most) throws IOException {
    var body = readInTime(context.req().getInputStream(), most + 1);
    if (body.length > most)
      throw new RefusedException(Refusal.TOO_LARGE, "the body has too many bytes");
    SecretsInBody.refuse(body);
    if (!Sha256.over(body).equals(call.body()))
      throw unsigned("expected the body whose digest was signed");
    return body;
  }

  /// A body that trickles must not hold a place for ever.
  private static byte[] readInTime(InputStream in, int most) throws IOException {
    long end = System.nanoTime() + SLOWEST_BODY.toNanos();
    var body = new ByteArrayOutputStream();
    var buffer = new byte[BUFFER_BYTES];
    while (body.size() < most) {
      int count = in.read(buffer, 0, Math.min(buffer.length, most - body.size()));
      if (count < 0) break;
      body.write(buffer, 0, count);
      if (System.nanoTime() > end) throw new IOException("the body came too slowly");
    }
    return body.toByteArray();
  }

  private static String header(Context context, String name) {
    var value = context.req().getHeader(name);
    return value == null ? "" : value;
  }

  private static RefusedException unsigned(String detail) {
    return new RefusedException(Refusal.UNSIGNED, detail);
  }
}

package dev.holdfast.server.gate;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.signature.SignedRequest;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.TimeSource;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Lets a call in if it is signed, fresh and not a repetition (docs/protocol.md, section 2).
public final class Gate {
  private static final long SKEW_SECONDS = 300;
  private static final int LARGEST_BODY = 1 << 20;

  private final TimeSource time;
  private final Instant startedAt;
  private final Nonces nonces = new Nonces();

  /// A gate that opens now.
  public Gate(TimeSource time) {
    this.time = time;
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
        .read(context.req().getMethod(), target, header(context, "Signature-Input"),
            header(context, "Content-Digest"))
        .orElseThrow(() -> unsigned("expected a signature in the documented form"));
  }

  /// Believes a call if `key` has signed it.
  ///
  /// @param key empty if the caller is unknown
  /// @throws RefusedException `unsigned`, `clock`, `replay`
  public void admit(Context context, SignedRequest call, Optional<VerifyKey> key) {
    if (key.isEmpty() || !call.signedBy(key.get(), header(context, "Signature")))
      throw unsigned("expected a call signed by a known key");
    var now = time.wall();
    if (Math.abs(now.getEpochSecond() - call.created()) > SKEW_SECONDS
        || call.created() < startedAt.getEpochSecond())
      throw new ClockException(now.toEpochMilli());
    if (!nonces.use(call.keyId() + call.nonce(), time.nanos()))
      throw new RefusedException(Refusal.REPLAY, "this call was made before",
          "sign it again with another nonce");
  }

  /// Reads a JSON body of at most 1 MiB; it is the signed one, and holds nobody's secret.
  ///
  /// @throws RefusedException `too-large`, `unsigned`, `secret-in-body`
  public byte[] body(Context context, SignedRequest call) throws IOException {
    var body = context.req().getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY)
      throw new RefusedException(Refusal.TOO_LARGE, "a body has at most 1 MiB");
    SecretsInBody.refuse(body);
    if (!Sha256.over(body).equals(call.body()))
      throw unsigned("expected the body whose digest was signed");
    return body;
  }

  private static String header(Context context, String name) {
    var value = context.req().getHeader(name);
    return value == null ? "" : value;
  }

  private static RefusedException unsigned(String detail) {
    return new RefusedException(Refusal.UNSIGNED, detail);
  }
}

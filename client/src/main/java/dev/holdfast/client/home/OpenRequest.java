package dev.holdfast.client.home;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import dev.holdfast.kernel.release.RequestStatement;

/// A release request that this machine has made, so that it can be continued later; wiped on close.
/// It holds neither the recovery code nor the factor.
///
/// @param server where it was asked
/// @param statement what was asked
/// @param signing the request's key
/// @param sealing seed of the request's X-Wing key, 32 bytes
public record OpenRequest(String server, RequestStatement statement, SigningKey signing,
    SecretBytes sealing) implements AutoCloseable {
  private static final String MAGIC = "holdfast/open-request/v1\n";

  /// The request's name.
  public RequestId id() {
    return statement.id();
  }

  static OpenRequest decode(byte[] bytes) {
    var in = new CanonicalReader("a kept release request", bytes, MAGIC);
    var server = in.text();
    var statement = RequestStatement.decode(in.bytes());
    var signing = new SigningKey(new SecretBytes(in.fixed(32)));
    var sealing = new SecretBytes(in.fixed(32));
    in.end();
    return new OpenRequest(server, statement, signing, sealing);
  }

  byte[] encode() {
    var out = new CanonicalWriter(MAGIC).text(server).bytes(statement.encode());
    try (var seed = signing.seed()) {
      seed.lendTo(out::fixed);
    }
    sealing.lendTo(out::fixed);
    return out.toBytes();
  }

  @Override
  public void close() {
    signing.close();
    sealing.close();
  }
}

package dev.holdfast.kernel.release;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import dev.holdfast.kernel.device.SealingKey;
import java.util.Arrays;
import java.util.Optional;

/// What somebody who wants a vault opened says and signs (docs/protocol.md, section 6).
///
/// @param tag from the recovery code
/// @param requestKey made for this request; signs everything that belongs to it
/// @param sealingKey made for this request; shares are sealed to it
/// @param device the enrolled device that asks, if it is one
/// @param description how the requester calls the machine, at most 200 characters; a claim, nothing
///          more
/// @param nonce 16 random bytes, so that two requests never share an id
public record RequestStatement(Sha256 tag, VerifyKey requestKey, SealingKey sealingKey,
    Optional<DeviceId> device,
    String description, RequestId nonce) {
  private static final String MAGIC = "holdfast/request/v1\n";
  private static final byte[] NO_DEVICE = new byte[DeviceId.BYTES];

  /// @throws IllegalArgumentException if the description is too long
  public RequestStatement {
    if (description.length() > 200)
      throw new IllegalArgumentException("a description has at most 200 characters");
  }

  /// Reads the canonical bytes.
  ///
  /// @throws dev.holdfast.kernel.canonical.MalformedException for anything else
  public static RequestStatement decode(byte[] bytes) {
    var in = new CanonicalReader("a release request", bytes, MAGIC);
    var tag = Sha256.of(in.fixed(Sha256.BYTES));
    var requestKey = VerifyKey.of(in.fixed(32));
    var sealingKey = SealingKey.of(in.fixed(SealingKey.BYTES));
    var device = in.fixed(DeviceId.BYTES);
    var description = in.text();
    if (description.length() > 200) throw in.refused("a description that is too long");
    var nonce = RequestId.of(in.fixed(RequestId.BYTES));
    in.end();
    return new RequestStatement(tag, requestKey, sealingKey,
        Arrays.equals(device, NO_DEVICE) ? Optional.empty() : Optional.of(DeviceId.of(device)),
        description, nonce);
  }

  /// The canonical bytes, a fresh array; these are what is signed.
  public byte[] encode() {
    return new CanonicalWriter(MAGIC).fixed(tag.raw())
        .fixed(requestKey.raw())
        .fixed(sealingKey.raw())
        .fixed(device.map(DeviceId::raw).orElse(NO_DEVICE))
        .text(description)
        .fixed(nonce.raw())
        .toBytes();
  }

  /// The request's name.
  public RequestId id() {
    return RequestId.of(Arrays.copyOf(Sha256.over(encode()).raw(), RequestId.BYTES));
  }
}

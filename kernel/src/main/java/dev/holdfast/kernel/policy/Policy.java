package dev.holdfast.kernel.policy;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.device.Wrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of one epoch, as canonical bytes (docs/protocol.md, section 4). Their hash is part of
/// the key that opens the vault: whoever was shown another policy derives nothing.
///
/// @param epoch counts from 1
/// @param waiting how long a request of a stranger waits, whole seconds
/// @param lock how long a veto locks the vault, whole seconds
/// @param recipient the epoch's public recipient VPK, raw X-Wing key of 1216 bytes
/// @param tag finds the vault from the recovery code: HKDF(R, "holdfast/v1/tag")
/// @param codeKey public half of the key derived from R; proves the code without showing it
/// @param factorKey public half of the key derived from F
/// @param openingKey public half of the key derived from VSK; only an opened vault can sign with it
/// @param threshold how many servers' shares make S
/// @param servers who holds a share, with the share's hash
/// @param unlock F wrapped for the unlock file, if there is one
/// @param devices who is enrolled when the epoch is made, each with its wrapped share of F
public record Policy(VaultId vault, int epoch, Duration waiting, Duration lock,
    SealingKey recipient,
    Sha256 tag,
    VerifyKey codeKey, VerifyKey factorKey, VerifyKey openingKey, int threshold,
    List<ReleaseServer> servers,
    Optional<Wrapped> unlock, List<EnrolledDevice> devices) {
  private static final String MAGIC = "holdfast/policy/v1\n";

  /// A holder of a release share.
  ///
  /// @param key the server's identity
  /// @param shareHash SHA-256("share" ‖ epoch ‖ index ‖ share), so that a wrong share is found
  public record ReleaseServer(VerifyKey key, Sha256 shareHash) {}

  /// A device and its share of F, sealed to it; the server's mask completes the share.
  public record EnrolledDevice(Device device, Wrapped share) {}

  /// @throws IllegalArgumentException if a number is out of its range
  public Policy {
    if (epoch < 1) throw new IllegalArgumentException("epochs count from 1");
    if (waiting.isNegative() || lock.isNegative())
      throw new IllegalArgumentException("a duration is not negative");
    servers = List.copyOf(servers);
    devices = List.copyOf(devices);
    if (threshold < 1 || threshold > servers.size() || servers.size() > 255)
      throw new IllegalArgumentException("the threshold lies between 1 and the number of servers");
  }

  /// Reads the canonical bytes.
  ///
  /// @throws dev.holdfast.kernel.canonical.MalformedException for anything else
  public static Policy decode(byte[] bytes) {
    var in = new CanonicalReader("a policy", bytes, MAGIC);
    try {
      var policy = read(in);
      in.end();
      return policy;
    } catch (IllegalArgumentException e) {
      throw in.refused("a value out of range");
    }
  }

  private static Policy read(CanonicalReader in) {
    var vault = VaultId.of(in.fixed(VaultId.BYTES));
    int epoch = in.u32();
    var waiting = Duration.ofSeconds(in.u32());
    var lock = Duration.ofSeconds(in.u32());
    var recipient = SealingKey.of(in.fixed(SealingKey.BYTES));
    var tag = Sha256.of(in.fixed(Sha256.BYTES));
    var codeKey = VerifyKey.of(in.fixed(32));
    var factorKey = VerifyKey.of(in.fixed(32));
    var openingKey = VerifyKey.of(in.fixed(32));
    int threshold = in.u8();
    var servers = new ArrayList<ReleaseServer>();
    for (int left = in.u8(); left > 0; left--)
      servers.add(new ReleaseServer(VerifyKey.of(in.fixed(32)), Sha256.of(in.fixed(Sha256.BYTES))));
    var wrapped = in.bytes();
    Optional<Wrapped> unlock = wrapped.length == 0
        ? Optional.empty()
        : Optional.of(Wrapped.of(wrapped));
    var devices = new ArrayList<EnrolledDevice>();
    for (int left = in.count(32 + SealingKey.BYTES); left > 0; left--)
      devices.add(new EnrolledDevice(Device.read(in), Wrapped.of(in.bytes())));
    return new Policy(vault, epoch, waiting, lock, recipient, tag, codeKey, factorKey, openingKey,
        threshold, servers, unlock,
        devices);
  }

  /// The canonical bytes, a fresh array.
  public byte[] encode() {
    var out = new CanonicalWriter(MAGIC).fixed(vault.raw())
        .u32(epoch)
        .u32(seconds(waiting))
        .u32(seconds(lock))
        .fixed(recipient.raw())
        .fixed(tag.raw())
        .fixed(codeKey.raw())
        .fixed(factorKey.raw())
        .fixed(openingKey.raw())
        .u8(threshold)
        .u8(servers.size());
    servers.forEach(server -> out.fixed(server.key().raw()).fixed(server.shareHash().raw()));
    out.bytes(unlock.map(Wrapped::raw).orElseGet(() -> new byte[0])).u32(devices.size());
    devices.forEach(enrolled -> {
      enrolled.device().write(out);
      out.bytes(enrolled.share().raw());
    });
    return out.toBytes();
  }

  /// The hash of [#encode]: what shares and keys are bound to.
  public Sha256 hash() {
    return Sha256.over(encode());
  }

  /// The enrolled device with this id, if it was there when the epoch was made.
  public Optional<EnrolledDevice> device(DeviceId id) {
    return devices.stream().filter(enrolled -> enrolled.device().id().equals(id)).findFirst();
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }
}

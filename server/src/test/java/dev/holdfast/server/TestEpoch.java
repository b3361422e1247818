package dev.holdfast.server;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.kernel.wire.StagedEpoch;
import dev.holdfast.vault.share.Binding;
import dev.holdfast.vault.share.Hpke;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// An epoch with all its secrets, as a client makes it. Keys that a client derives are random here:
/// the server cannot tell.
final class TestEpoch {
  private static final SecureRandom RANDOM = new SecureRandom();

  final Sha256 tag = Sha256.of(random());
  final SigningKey codeKey = SigningKey.random(RANDOM);
  final SigningKey factorKey = SigningKey.random(RANDOM);
  final SigningKey openingKey = SigningKey.random(RANDOM);
  final byte[] factor = random();
  final byte[] share = random();
  final Map<DeviceId, byte[]> masks = new LinkedHashMap<>();
  final Policy policy;
  private final ServerInfo server;
  private final String signature;

  TestEpoch(ServerInfo server, VaultId vault, int number, Duration waiting, Duration lock,
      List<TestDevice> devices, Optional<TestEpoch> before) {
    this.server = server;
    var enrolled = new ArrayList<Policy.EnrolledDevice>();
    for (var device : devices) {
      var mask = random();
      masks.put(device.id(), mask);
      var info = Binding.of("holdfast/v1/device-leaf").with(vault.raw()).with(number).bytes();
      enrolled.add(new Policy.EnrolledDevice(device.device(),
          Wrapped.of(Hpke.seal(device.device().sealingKey(), info, xor(factor, mask)))));
    }
    policy = new Policy(vault, number, waiting, lock, Hpke.publicKey(new SecretBytes(random())),
        tag, codeKey.verifyKey(), factorKey.verifyKey(), openingKey.verifyKey(), 1,
        List.of(new Policy.ReleaseServer(new VerifyKey(server.key()), shareHash(number))),
        Optional.empty(), enrolled);
    signature = before.map(epoch -> HexFormat.of()
        .formatHex(epoch.openingKey
            .sign(Binding.of("holdfast/v1/policy\n").with(policy.hash().raw()).bytes())))
        .orElse("");
  }

  private Sha256 shareHash(int number) {
    return Sha256.over("share".getBytes(StandardCharsets.US_ASCII),
        ByteBuffer.allocate(5).putInt(number).put((byte) 1).array(), share);
  }

  /// As it is sent.
  StagedEpoch staged() {
    return staged(share);
  }

  /// As it is sent by somebody who sends another share than the policy names.
  StagedEpoch staged(byte[] otherShare) {
    var info = Binding.of("holdfast/v1/share")
        .with(policy.vault().raw())
        .with(policy.epoch())
        .with(policy.hash().raw())
        .bytes();
    var sealedMasks = masks.entrySet()
        .stream()
        .map(mask -> new StagedEpoch.Mask(mask.getKey().hex(),
            sealedMask(mask.getKey(), mask.getValue())))
        .toList();
    return new StagedEpoch(base64(policy.encode()), base64(Hpke.seal(sealingKey(), info,
        otherShare)), sealedMasks, "ab".repeat(48), "cd".repeat(32),
        policy.epoch() == 1
            ? ""
            : base64(("chain " + policy.epoch()).getBytes(
                StandardCharsets.US_ASCII)),
        base64(("bag " + policy.epoch()).getBytes(StandardCharsets.US_ASCII)), signature);
  }

  String sealedMask(DeviceId device, byte[] mask) {
    var info = Binding.of("holdfast/v1/mask")
        .with(policy.vault().raw())
        .with(policy.epoch())
        .with(device.raw())
        .bytes();
    return base64(Hpke.seal(sealingKey(), info, mask));
  }

  /// What a device's leaf holds.
  byte[] leaf(TestDevice device) {
    return xor(factor, mask(device));
  }

  /// What the server holds for a device.
  byte[] mask(TestDevice device) {
    return Objects.requireNonNull(masks.get(device.id()));
  }

  private SealingKey sealingKey() {
    return new SealingKey(server.sealingKey());
  }

  static byte[] xor(byte[] a, byte[] b) {
    var result = a.clone();
    for (int i = 0; i < result.length; i++)
      result[i] ^= b[i];
    return result;
  }

  static byte[] random() {
    var raw = new byte[32];
    RANDOM.nextBytes(raw);
    return raw;
  }

  static String base64(byte[] raw) {
    return Base64.getEncoder().encodeToString(raw);
  }
}

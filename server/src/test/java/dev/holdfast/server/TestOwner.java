package dev.holdfast.server;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.manifest.ManifestSignature;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import dev.holdfast.kernel.wire.NewSnapshot;
import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.kernel.wire.StoredSnapshot;
import dev.holdfast.kernel.wire.UnlockProof;
import dev.holdfast.kernel.wire.VaultStatus;
import dev.holdfast.server.TestCaller.Answer;
import dev.holdfast.vault.share.Binding;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An owner with a vault and its secrets, who speaks the protocol.
final class TestOwner {
  static final Duration WAIT = Duration.ofDays(3);
  static final Duration LOCK = Duration.ofDays(2);

  final TestServer server;
  final VaultId vault = VaultId.random(new SecureRandom());
  final TestDevice laptop = TestDevice.named("laptop");
  final TestDevice phone = TestDevice.named("phone");
  final List<TestEpoch> epochs = new ArrayList<>();

  TestOwner(TestServer server) {
    this.server = server;
    stage(List.of(laptop, phone));
    stage(List.of(laptop, phone));
  }

  /// An owner whose vault is made already.
  static TestOwner enrolled(TestServer server) {
    var owner = new TestOwner(server);
    owner.enrol("").as(VaultStatus.class);
    return owner;
  }

  ServerInfo info() {
    return TestCaller.unsigned(server.url().resolve("/v1/server")).as(ServerInfo.class);
  }

  TestEpoch stage(List<TestDevice> devices) {
    var before = epochs.isEmpty() ? Optional.<TestEpoch>empty() : Optional.of(epochs.getLast());
    var epoch = new TestEpoch(info(), vault, epochs.size() + 1, WAIT, LOCK, devices, before);
    epochs.add(epoch);
    return epoch;
  }

  /// Epochs count from 1.
  TestEpoch epoch(int number) {
    return epochs.get(number - 1);
  }

  Answer enrol(String invite) {
    return as(laptop).post("/v1/vaults", new NewVault(vault.hex(), invite, laptop.name(),
        List.of(epoch(1).staged(), epoch(2).staged())));
  }

  TestCaller as(TestDevice device) {
    return caller(device.signing(), device.id().hex());
  }

  TestCaller caller(SigningKey key, String keyId) {
    return new TestCaller(server::url, () -> server.clock.wall().getEpochSecond(), key, keyId);
  }

  String path(String rest) {
    return "/v1/vaults/" + vault + rest;
  }

  VaultStatus status() {
    return as(laptop).get(path("")).as(VaultStatus.class);
  }

  Answer put(ObjectName name, byte[] content) {
    return put(name, content, 0, content.length, Sha256.over(content));
  }

  /// Sends the part from `offset` on, of an object of which `content` is the beginning.
  Answer put(ObjectName name, byte[] content, int offset, long length, Sha256 whole) {
    var part = Arrays.copyOfRange(content, offset, content.length);
    return as(laptop).call("PUT", path("/objects/" + name), part,
        Map.of("Upload-Offset", Integer.toString(offset), "Upload-Length", Long.toString(length),
            "Holdfast-Sha256", whole.hex()));
  }

  SealedObject stored(String label) {
    var content = ("object " + label).getBytes(StandardCharsets.UTF_8);
    var name = new ObjectName(Sha256.over(content).hex());
    var answer = put(name, content);
    if (answer.status() != 201) throw new AssertionError(answer.refusal());
    return new SealedObject(name, content.length, Sha256.over(content));
  }

  OuterManifest manifest(Optional<OuterManifest> before, SealedObject inner,
      List<SealedObject> added, List<ObjectName> dropped) {
    return new OuterManifest(vault, status().epoch(),
        before.map(OuterManifest::sequence).orElse(0L) + 1,
        before.map(m -> new Sha256(m.id().hex())).orElse(Sha256.NONE), Sha256.NONE, laptop.id(),
        Instant.ofEpochMilli(1), inner, added, dropped);
  }

  Answer post(OuterManifest manifest) {
    var outer = manifest.encode();
    return as(laptop).post(path("/snapshots"), new NewSnapshot(TestEpoch.base64(outer),
        HexFormat.of().formatHex(ManifestSignature.sign(laptop.signing(), outer))));
  }

  /// A snapshot with one pack and an inner part, both new.
  OuterManifest snapshot(Optional<OuterManifest> before, String label) {
    var manifest = manifest(before, stored(label + " inner"), List.of(stored(label + " pack")),
        List.of());
    post(manifest).as(StoredSnapshot.class);
    return manifest;
  }

  Answer unlock(SigningKey factorKey) {
    long at = server.clock.wall().toEpochMilli();
    var signed = Binding.of("holdfast/v1/unlock\n").with(vault.raw()).with(at).bytes();
    return as(laptop).post(path("/unlock"),
        new UnlockProof(HexFormat.of().formatHex(factorKey.sign(signed)), at));
  }

  String destroyProof(SigningKey codeKey, int epoch) {
    return HexFormat.of()
        .formatHex(codeKey
            .sign(Binding.of("holdfast/v1/destroy\n").with(vault.raw()).with(epoch).bytes()));
  }
}

package dev.holdfast.server;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.kernel.wire.NewApproval;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.NewRequest;
import dev.holdfast.kernel.wire.Opened;
import dev.holdfast.kernel.wire.Proof;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.StagedEpoch;
import dev.holdfast.server.TestCaller.Answer;
import dev.holdfast.vault.share.Binding;
import dev.holdfast.vault.share.Hpke;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who asks for a vault to be opened: the owner on a new machine, or a thief with a code.
final class TestRequest {
  private static final SecureRandom RANDOM = new SecureRandom();

  final SigningKey key = SigningKey.random(RANDOM);
  final SecretBytes sealing = TestDevice.secret();
  final RequestStatement statement;
  private final TestEpoch epoch;
  private final TestOwner owner;
  private final Optional<TestDevice> device;

  TestRequest(TestOwner owner, TestEpoch epoch, Optional<TestDevice> device, String description) {
    this.owner = owner;
    this.epoch = epoch;
    this.device = device;
    statement = new RequestStatement(epoch.tag, key.verifyKey(), Hpke.publicKey(sealing),
        device.map(TestDevice::id), description,
        RequestId.of(Arrays.copyOf(TestEpoch.random(), RequestId.BYTES)));
  }

  /// A stranger with the code of the first epoch.
  static TestRequest byStranger(TestOwner owner) {
    return new TestRequest(owner, owner.epoch(1), Optional.empty(), "a machine");
  }

  /// The owner at an enrolled device.
  static TestRequest by(TestOwner owner, TestDevice device) {
    return new TestRequest(owner, owner.epoch(1), Optional.of(device), "mine");
  }

  RequestId id() {
    return statement.id();
  }

  TestCaller caller() {
    return owner.caller(key, id().hex());
  }

  Answer ask() {
    return ask(Map.of());
  }

  /// Asks with the proof of the recovery code, and with these headers.
  Answer ask(Map<String, String> more) {
    var headers = new HashMap<>(Map.of("Holdfast-Code-Proof", codeProof(epoch.codeKey)));
    headers.putAll(more);
    return send(headers);
  }

  String codeProof(SigningKey codeKey) {
    return hex(codeKey.sign(Binding.of("holdfast/v1/code\n").with(id().raw()).bytes()));
  }

  Answer send(Map<String, String> headers) {
    try {
      return caller().call("POST", "/v1/requests", TestCaller.JSON.writeValueAsBytes(body()),
          headers);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private NewRequest body() {
    var bytes = statement.encode();
    return new NewRequest(TestEpoch.base64(bytes), hex(key.sign(bytes)),
        device.map(d -> hex(d.signing().sign(bytes))).orElse(""));
  }

  RequestStatus status() {
    return caller().get("/v1/requests/" + id()).as(RequestStatus.class);
  }

  String proof(SigningKey factorKey) {
    return hex(factorKey.sign(Binding.of("holdfast/v1/factor\n").with(id().raw()).bytes()));
  }

  Answer prove(SigningKey factorKey) {
    return caller().post("/v1/requests/" + id() + "/factor", new Proof(proof(factorKey)));
  }

  Answer release() {
    return caller().post("/v1/requests/" + id() + "/release");
  }

  /// The share that is in a release.
  byte[] share(ReleasedShare released) {
    return open("holdfast/v1/released", released.share());
  }

  Answer approvedBy(TestDevice other, byte[] leafPlaintext) {
    var sealed = Hpke.seal(statement.sealingKey(), info("holdfast/v1/approval"), leafPlaintext);
    var signed = Binding.of("holdfast/v1/approve\n")
        .with(id().raw())
        .with(Sha256.over(sealed).raw())
        .bytes();
    return owner.as(other)
        .post(owner.path("/requests/" + id() + "/approve"),
            new NewApproval(TestEpoch.base64(sealed), hex(other.signing().sign(signed))));
  }

  /// The factor that an approval gives.
  byte[] factor(RequestStatus.Approval approval) {
    return TestEpoch.xor(open("holdfast/v1/approval", approval.share()),
        open("holdfast/v1/approval-mask", approval.mask()));
  }

  Answer opened(TestEpoch epoch, List<StagedEpoch> staged, String bag, NewDevice opener) {
    var proof = epoch.openingKey
        .sign(Binding.of("holdfast/v1/opened\n").with(id().raw()).bytes());
    return caller().post("/v1/requests/" + id() + "/opened",
        new Opened(hex(proof), staged, bag, opener));
  }

  private byte[] open(String label, String sealed) {
    return Hpke.open(sealing, info(label), Base64.getDecoder().decode(sealed))
        .orElseThrow()
        .lend(byte[]::clone);
  }

  private byte[] info(String label) {
    return Binding.of(label).with(id().raw()).bytes();
  }

  static String hex(byte[] raw) {
    return HexFormat.of().formatHex(raw);
  }
}

package dev.holdfast.server.api;

import static dev.holdfast.server.api.Callers.answer;
import static dev.holdfast.server.api.Callers.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.Destroy;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.UnlockProof;
import dev.holdfast.server.gate.Gate;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.device.StoredDevice;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/// Vaults, devices, locks and re-keys.
final class VaultCalls {
  private static final int LARGEST_VAULT = 256 * 1024;

  private final Features features;
  private final Gate gate;

  VaultCalls(Features features, Gate gate) {
    this.features = features;
    this.gate = gate;
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.post("/v1/vaults", this::make);
    routes.get("/v1/vaults/{vault}", callers.reader(this::status));
    routes.get("/v1/vaults/{vault}/policies", callers.reader(this::policies));
    routes.post("/v1/vaults/{vault}/devices", callers.active(this::addDevice));
    routes.post("/v1/vaults/{vault}/devices/{device}/revoke", callers.active(this::revoke));
    routes.post("/v1/vaults/{vault}/lock", callers.voiced(this::lock));
    routes.post("/v1/vaults/{vault}/unlock", callers.active(this::unlock));
    routes.post("/v1/vaults/{vault}/rekey", callers.active(this::rekey));
    routes.post("/v1/vaults/{vault}/destroy", callers.active(this::destroy));
  }

  /// The key is in the body, so the body is read first and believed afterwards.
  private void make(Context context) throws Exception {
    var signed = gate.read(context);
    var wanted = Json.read(gate.strangersBody(context, signed, LARGEST_VAULT), NewVault.class);
    gate.admitNew(context, signed, firstDevice(wanted, signed.keyId()));
    answer(context, 201, features.accounts().make(wanted));
    var state = features.freshness().of(new VaultId(wanted.vault()));
    context.header("Holdfast-State", Long.toString(state.number()));
    context.header("Holdfast-State-Proof", state.mark());
  }

  private static Optional<VerifyKey> firstDevice(NewVault wanted, String keyId) {
    if (wanted.epochs().isEmpty()) return Optional.empty();
    var policy = Policy.decode(Encoded.base64(wanted.epochs().getFirst().policy()));
    return policy.devices()
        .stream()
        .limit(1)
        .map(enrolled -> enrolled.device())
        .filter(device -> device.id().hex().equals(keyId))
        .map(device -> device.signingKey())
        .findFirst();
  }

  private void status(Context context, VaultId vault, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.accounts().status(vault));
  }

  private void policies(Context context, VaultId vault, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.accounts().policies(vault, (int) number(context, "after", 0)));
  }

  private void addDevice(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    var wanted = call.body(NewDevice.class);
    answer(context, features.accounts().addDevice(device.vault(), wanted));
  }

  private void revoke(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    var target = new DeviceId(context.pathParam("device"));
    answer(context, features.accounts().revoke(device, target));
  }

  private void lock(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.accounts().lock(device));
  }

  private void unlock(Context context, StoredDevice device, Callers.Call call) throws Exception {
    answer(context, features.accounts().unlock(device, call.body(UnlockProof.class)));
  }

  /// Epoch and proof may be left out: a panic button must work from any client.
  private void rekey(Context context, StoredDevice device, Callers.Call call) throws Exception {
    var body = call.bytes();
    var wanted = body.length == 0 ? MissingNode.getInstance() : Json.read(body, JsonNode.class);
    var epoch = wanted.path("epoch").isInt()
        ? Optional.of(wanted.path("epoch").intValue())
        : Optional.<Integer>empty();
    features.releases().rekey(device, epoch, wanted.path("destroyProof").asText(""));
    answer(context, features.accounts().status(device.vault()));
  }

  private void destroy(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    var wanted = call.body(Destroy.class);
    features.releases().destroy(device.vault(), wanted.epoch(), wanted.proof());
    answer(context, features.accounts().status(device.vault()));
  }
}

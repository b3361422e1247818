package dev.holdfast.server.api;

import static dev.holdfast.server.api.Callers.answer;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.wire.JoinMessage;
import dev.holdfast.server.gate.Gate;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.join.Joins;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/// The mailbox for pairing. The new device is no device yet: it signs with the invitation's key.
final class JoinCalls {
  private final Features features;
  private final Gate gate;

  JoinCalls(Features features, Gate gate) {
    this.features = features;
    this.gate = gate;
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.post("/v1/vaults/{vault}/joins", context -> {
      var joiner = joiner(context);
      if (joiner.isPresent()) leave(context, joiner.get());
      else
        callers.active(this::leave).handle(context);
    });
    routes.get("/v1/vaults/{vault}/joins/{join}", context -> {
      var joiner = joiner(context);
      if (joiner.isPresent()) read(context, joiner.get());
      else
        callers.active(this::read).handle(context);
    });
  }

  private Optional<Joins.Joiner> joiner(Context context) {
    var keyId = gate.read(context).keyId();
    var device = features.database()
        .read(db -> Devices.find(db, Callers.vault(context), new DeviceId(keyId)));
    if (device.isPresent()) return Optional.empty();
    return features.joins()
        .find(keyId)
        .filter(joiner -> joiner.vault().equals(Callers.vault(context)));
  }

  private void leave(Context context, StoredDevice device, Callers.Call call) throws Exception {
    var message = call.body(JoinMessage.class);
    int status = message.key().isEmpty() ? 200 : 201;
    answer(context, status, features.joins().byDevice(device.vault(), message));
  }

  private void leave(Context context, Joins.Joiner joiner) throws Exception {
    var signed = gate.read(context);
    gate.admit(context, signed, Optional.of(joiner.key()));
    var message = Json.read(gate.body(context, signed), JoinMessage.class);
    answer(context, features.joins().byJoiner(joiner, message));
  }

  private void read(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.joins().read(device.vault(), box(context)));
  }

  private void read(Context context, Joins.Joiner joiner) throws Exception {
    var signed = gate.read(context);
    gate.admit(context, signed, Optional.of(joiner.key()));
    gate.body(context, signed);
    if (!joiner.box().equals(box(context)))
      throw new RefusedException(Refusal.NO_SUCH_THING, "no such mailbox");
    answer(context, features.joins().read(joiner.vault(), joiner.box()));
  }

  private static Sha256 box(Context context) {
    return new Sha256(context.pathParam("join"));
  }
}

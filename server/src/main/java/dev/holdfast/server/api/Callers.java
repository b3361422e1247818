package dev.holdfast.server.api;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.signature.SignedRequest;
import dev.holdfast.server.gate.Gate;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.release.ReleaseRequest;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Optional;

/// Finds out who calls, lets them through the gate, and hands the call on with the caller.
final class Callers {
  private static final String VAULT = "vault";

  private final Features features;
  private final Gate gate;

  Callers(Features features, Gate gate) {
    this.features = features;
    this.gate = gate;
  }

  /// A call by a device of the vault in the path.
  interface ByDevice {
    void handle(Context context, StoredDevice device, Call call) throws Exception;
  }

  /// A call that only reads, by a device or by a request that was released.
  interface ByReader {
    void handle(Context context, VaultId vault, Call call) throws Exception;
  }

  /// A call that belongs to the request in the path.
  interface ByRequester {
    void handle(Context context, RequestId request, Call call) throws Exception;
  }

  /// A signed call whose body may still be read.
  final class Call {
    private final Context context;
    private final SignedRequest signed;

    private Call(Context context, SignedRequest signed) {
      this.context = context;
      this.signed = signed;
    }

    SignedRequest signed() {
      return signed;
    }

    <T> T body(Class<T> type) throws IOException {
      return Json.read(bytes(), type);
    }

    byte[] bytes() throws IOException {
      return gate.body(context, signed);
    }

    /// For calls that say everything in their path.
    void noBody() throws IOException {
      bytes();
    }
  }

  /// A device that is enrolled and not revoked.
  Handler active(ByDevice call) {
    return context -> {
      var device = device(context, vault(context));
      if (device.revoked())
        throw new RefusedException(Refusal.NOT_ALLOWED, "this device was revoked");
      handle(context, device, call);
    };
  }

  /// A device that may veto and be alarmed, even if it was revoked a moment ago.
  Handler voiced(ByDevice call) {
    return context -> handle(context, device(context, vault(context)), call);
  }

  private void handle(Context context, StoredDevice device, ByDevice call) throws Exception {
    var admitted = admit(context, device);
    call.handle(context, device, admitted);
    state(context, device.vault());
  }

  /// A device, or a request whose share was released.
  Handler reader(ByReader call) {
    return context -> {
      var vault = vault(context);
      var request = released(context, vault);
      if (request.isEmpty()) {
        active((ctx, device, admitted) -> call.handle(ctx, vault, admitted)).handle(context);
        return;
      }
      var signed = gate.read(context);
      gate.admit(context, signed, features.requests().key(request.get().id()));
      features.requests().refuseIfLocked(vault);
      call.handle(context, vault, new Call(context, signed));
    };
  }

  private Optional<ReleaseRequest> released(Context context, VaultId vault) {
    return features.requests()
        .find(new RequestId(gate.read(context).keyId()))
        .filter(request -> request.vault().equals(vault) && features.requests().mayRead(request));
  }

  /// The requester of the request in the path.
  Handler requester(ByRequester call) {
    return context -> {
      var id = new RequestId(context.pathParam("request"));
      var signed = gate.read(context);
      if (!signed.keyId().equals(id.hex()))
        throw new RefusedException(Refusal.UNSIGNED, "expected a call signed by the request key");
      gate.admit(context, signed, features.requests().key(id));
      call.handle(context, id, new Call(context, signed));
    };
  }

  /// Any device of any vault of this server.
  Handler anyDevice(ByDevice call) {
    return context -> {
      var signed = gate.read(context);
      var device = features.database()
          .read(db -> Devices.anywhere(db, new DeviceId(signed.keyId())))
          .filter(this::speaks);
      gate.admit(context, signed, device.map(StoredDevice::key));
      call.handle(context, device.orElseThrow(), new Call(context, signed));
    };
  }

  private StoredDevice device(Context context, VaultId vault) {
    var id = new DeviceId(gate.read(context).keyId());
    return features.database()
        .read(db -> Devices.find(db, vault, id))
        .filter(this::speaks)
        .orElseThrow(() -> new RefusedException(Refusal.UNSIGNED,
            "expected a call signed by a known key"));
  }

  private boolean speaks(StoredDevice device) {
    return device.hasVoice(features.database().meter().ran());
  }

  private Call admit(Context context, StoredDevice device) {
    var signed = gate.read(context);
    gate.admit(context, signed, Optional.of(device.key()));
    seen(context, device.vault());
    state(context, device.vault());
    return new Call(context, signed);
  }

  private void seen(Context context, VaultId vault) {
    var number = context.header("Holdfast-State");
    if (number == null || !number.matches("\\d{1,18}")) return;
    var mark = context.header("Holdfast-State-Proof");
    features.freshness().seen(vault, Long.parseLong(number), mark == null ? "" : mark);
  }

  private void state(Context context, VaultId vault) {
    if (context.res().isCommitted()) return;
    var state = features.freshness().of(vault);
    context.header("Holdfast-State", Long.toString(state.number()));
    context.header("Holdfast-State-Proof", state.mark());
  }

  static VaultId vault(Context context) {
    return new VaultId(context.pathParam(VAULT));
  }

  static void answer(Context context, int status, Object body) {
    context.status(status).contentType("application/json").result(Json.write(body));
  }

  static void answer(Context context, Object body) {
    answer(context, 200, body);
  }

  /// A number in the query; `otherwise` if it is not there.
  static long number(Context context, String name, long otherwise) {
    var text = context.queryParam(name);
    if (text == null) return otherwise;
    if (!text.matches("-?\\d{1,15}"))
      throw new RefusedException(Refusal.BAD_REQUEST, "expected a number as " + name);
    return Long.parseLong(text);
  }
}

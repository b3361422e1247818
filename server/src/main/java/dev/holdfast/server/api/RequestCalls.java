package dev.holdfast.server.api;

import static dev.holdfast.server.api.Callers.answer;
import static dev.holdfast.server.api.Callers.number;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.kernel.wire.NewApproval;
import dev.holdfast.kernel.wire.NewRequest;
import dev.holdfast.kernel.wire.Opened;
import dev.holdfast.kernel.wire.Proof;
import dev.holdfast.server.gate.Gate;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.release.Proofs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/// Release requests, from the requester's side and from the owner's.
final class RequestCalls {
  private static final long LONGEST_WAIT = 30;
  private static final int LARGEST_REQUEST = 16 * 1024;

  private final Features features;
  private final Gate gate;

  RequestCalls(Features features, Gate gate) {
    this.features = features;
    this.gate = gate;
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.post("/v1/requests", this::ask);
    routes.get("/v1/requests/{request}", callers.requester(this::status));
    routes.post("/v1/requests/{request}/factor", callers.requester(this::factor));
    routes.post("/v1/requests/{request}/release", callers.requester(this::release));
    routes.post("/v1/requests/{request}/opened", callers.requester(this::opened));
    routes.get("/v1/vaults/{vault}/requests", callers.voiced(this::list));
    routes.post("/v1/vaults/{vault}/requests/{request}/veto", callers.voiced(this::veto));
    routes.post("/v1/vaults/{vault}/requests/{request}/approve", callers.active(this::approve));
  }

  /// The key is in the body, so the body is read first and believed afterwards.
  private void ask(Context context) throws Exception {
    var signed = gate.read(context);
    var wanted = Json.read(gate.strangersBody(context, signed, LARGEST_REQUEST), NewRequest.class);
    gate.admitNew(context, signed, requestKey(wanted, signed.keyId()));
    var proofs = new Proofs(header(context, "Holdfast-Code-Proof"),
        header(context, "Holdfast-Factor-Proof"));
    answer(context, 201, features.requests().ask(wanted, proofs));
  }

  private static String header(Context context, String name) {
    var value = context.header(name);
    return value == null ? "" : value;
  }

  private static Optional<VerifyKey> requestKey(NewRequest wanted, String keyId) {
    var statement = RequestStatement.decode(Encoded.base64(wanted.statement()));
    return statement.id().hex().equals(keyId)
        ? Optional.of(statement.requestKey())
        : Optional.empty();
  }

  private void status(Context context, RequestId id, Callers.Call call) throws Exception {
    call.noBody();
    long wait = Math.clamp(number(context, "wait", 0), 0, LONGEST_WAIT);
    answer(context, features.requests().await(id, Duration.ofSeconds(wait)));
  }

  private void factor(Context context, RequestId id, Callers.Call call) throws Exception {
    answer(context, features.requests().prove(id, call.body(Proof.class).proof()));
  }

  private void release(Context context, RequestId id, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.releases().release(id));
  }

  private void opened(Context context, RequestId id, Callers.Call call) throws Exception {
    var vault = features.releases().opened(id, call.body(Opened.class));
    answer(context, features.accounts().status(vault));
  }

  private void list(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.requests().of(device.vault()));
  }

  private void veto(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.requests().veto(ofVault(context, device), device.name()));
  }

  private void approve(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    var approval = call.body(NewApproval.class);
    answer(context, features.releases().approve(device, ofVault(context, device), approval));
  }

  private RequestId ofVault(Context context, StoredDevice device) {
    var id = new RequestId(context.pathParam("request"));
    if (features.requests().find(id).filter(r -> r.vault().equals(device.vault())).isEmpty())
      throw new RefusedException(Refusal.NO_SUCH_THING, "no such request");
    return id;
  }
}

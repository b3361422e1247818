package dev.holdfast.client.server;

import dev.holdfast.client.Json;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.wire.NewRequest;
import dev.holdfast.kernel.wire.Opened;
import dev.holdfast.kernel.wire.Proof;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.VaultStatus;
import java.time.Duration;

/// The calls of whoever asks for a release (docs/protocol.md, section 6), signed by the request's
/// key. Each throws [ServerRefusal] if it is refused.
public final class RequestCalls {
  private static final String ALL = "/v1/requests";
  private static final byte[] NOTHING = {};

  private final Server server;
  private final Caller caller;
  private final String path;

  /// @param caller lent
  public RequestCalls(Server server, Caller caller, RequestId request) {
    this.server = server;
    this.caller = caller;
    path = ALL + "/" + request.hex();
  }

  /// Asks; from now on the alarm is out.
  public RequestStatus ask(NewRequest request) {
    return status(server.ask(caller, Call.post(ALL, Json.write(request))));
  }

  /// Asks and proves the factor at once: such a request is never refused for the number of others.
  ///
  /// @param proof as in [#prove], 128 hex digits
  public RequestStatus ask(NewRequest request, String proof) {
    return status(server.ask(caller,
        Call.post(ALL, Json.write(request)).with("Holdfast-Factor-Proof", proof)));
  }

  /// How the request stands.
  public RequestStatus status() {
    return status(server.ask(caller, Call.get(path)));
  }

  /// How the request stands, once something has changed.
  ///
  /// @param patience at most 30 s
  public RequestStatus change(Duration patience) {
    var call = Call.get(path + "?wait=" + Math.clamp(patience.toSeconds(), 1, 30))
        .patient(patience.plusSeconds(30));
    return status(server.ask(caller, call));
  }

  /// Proves the factor.
  ///
  /// @param proof the factor key's signature over the request, 128 hex digits
  public RequestStatus prove(String proof) {
    return status(server.ask(caller, Call.post(path + "/factor", Json.write(new Proof(proof)))));
  }

  /// Fetches the share.
  ///
  /// @param proof the code key's signature over the request, 128 hex digits
  public ReleasedShare release(String proof) {
    var call = Call.post(path + "/release", NOTHING).with("Holdfast-Code-Proof", proof);
    return Json.read("the released share", server.ask(caller, call).body(), ReleasedShare.class);
  }

  /// Says that the vault was opened: the code is spent, the next epoch comes into force.
  public VaultStatus opened(Opened opened) {
    return Json.read("the vault's status",
        server.ask(caller, Call.post(path + "/opened", Json.write(opened))).body(),
        VaultStatus.class);
  }

  private static RequestStatus status(Answer answer) {
    return Json.read("the request's status", answer.body(), RequestStatus.class);
  }
}

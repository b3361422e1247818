package dev.holdfast.server.api;

import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.server.gate.Gate;
import dev.holdfast.vault.RefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.util.function.Supplier;

/// All calls of docs/protocol.md, and what becomes of a call that fails.
public final class Api {
  private final Features features;
  private final Gate gate;
  private final Supplier<ServerInfo> info;

  /// @param info what the server says of itself, asked at each call
  public Api(Features features, Gate gate, Supplier<ServerInfo> info) {
    this.features = features;
    this.gate = gate;
    this.info = info;
  }

  /// Adds the calls.
  public void register(RoutesConfig routes) {
    var callers = new Callers(features, gate);
    routes.get("/v1/server", context -> Callers.answer(context, info.get()));
    new VaultCalls(features, gate).register(routes, callers);
    new ObjectCalls(features).register(routes, callers);
    new SnapshotCalls(features).register(routes, callers);
    new RequestCalls(features, gate).register(routes, callers);
    new AlarmCalls(features).register(routes, callers);
    new LogCalls(features).register(routes, callers);
    new JoinCalls(features, gate).register(routes, callers);
    routes.exception(RefusedException.class, Problems::refused);
    routes.exception(IllegalArgumentException.class, Problems::malformed);
    routes.exception(HttpResponseException.class, Problems::unrouted);
    routes.exception(Exception.class, Problems::broken);
  }
}

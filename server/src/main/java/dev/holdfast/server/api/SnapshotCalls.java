package dev.holdfast.server.api;

import static dev.holdfast.server.api.Callers.answer;
import static dev.holdfast.server.api.Callers.number;

import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.wire.NewSnapshot;
import dev.holdfast.vault.device.StoredDevice;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Manifests up and down.
final class SnapshotCalls {
  private static final String PATH = "/v1/vaults/{vault}/snapshots";

  private final Features features;

  SnapshotCalls(Features features) {
    this.features = features;
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.post(PATH, callers.active(this::add));
    routes.get(PATH, callers.reader(this::list));
  }

  private void add(Context context, StoredDevice device, Callers.Call call) throws Exception {
    answer(context, 201, features.snapshots().add(device, call.body(NewSnapshot.class)));
  }

  private void list(Context context, VaultId vault, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.snapshots().behind(vault, number(context, "after", 0)));
  }
}

package dev.holdfast.server.api;

import static dev.holdfast.server.api.Callers.answer;
import static dev.holdfast.server.api.Callers.number;

import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.wire.LogPage;
import dev.holdfast.kernel.wire.LogProof;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.device.StoredDevice;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The audit log and its proofs.
final class LogCalls {
  private final Features features;

  LogCalls(Features features) {
    this.features = features;
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.get("/v1/vaults/{vault}/log", callers.voiced(this::entries));
    routes.get("/v1/log/proof", callers.anyDevice(this::growth));
    routes.get("/v1/log/inclusion", callers.anyDevice(this::inclusion));
  }

  private void entries(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    call.noBody();
    long after = number(context, "after", -1);
    answer(context, features.database()
        .read(db -> new LogPage(
            features.log().entries(db, device.vault(), after), features.log().checkpoint(db))));
  }

  private void growth(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    call.noBody();
    long older = number(context, "old", 0);
    long newer = number(context, "new", 0);
    prove(context, db -> features.log().growth(db, older, newer));
  }

  private void inclusion(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    call.noBody();
    long index = number(context, "index", 0);
    long size = number(context, "size", 0);
    prove(context, db -> features.log().inclusion(db, index, size));
  }

  private void prove(Context context, Function<Handle, List<Sha256>> proof) {
    try {
      var path = features.database().read(proof);
      answer(context, new LogProof(path.stream().map(Sha256::hex).toList()));
    } catch (IndexOutOfBoundsException e) {
      throw new RefusedException(Refusal.NO_SUCH_THING, "the log has no such entry or size");
    }
  }
}

package dev.holdfast.server.api;

import static dev.holdfast.server.api.Callers.answer;
import static dev.holdfast.server.api.Callers.number;

import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.wire.Channel;
import dev.holdfast.kernel.wire.ConfirmCode;
import dev.holdfast.kernel.wire.RaisedAlarm;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.epoch.Epochs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Alarms and the channels that carry them.
final class AlarmCalls {
  private static final String CHANNELS = "/v1/vaults/{vault}/channels";
  private static final String ALARMS = "/v1/vaults/{vault}/alarms";

  private final Features features;
  private final AlarmStream stream;

  AlarmCalls(Features features) {
    this.features = features;
    stream = new AlarmStream(features);
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.get(ALARMS, callers.voiced(this::list));
    routes.post(ALARMS, callers.active(this::raise));
    routes.get(ALARMS + "/stream", callers.voiced(stream::run));
    routes.get(CHANNELS, callers.active(this::channels));
    routes.post(CHANNELS, callers.active(this::addChannel));
    routes.delete(CHANNELS + "/{channel}", callers.active(this::removeChannel));
    routes.post(CHANNELS + "/{channel}/test", callers.active(this::testChannel));
    routes.post(CHANNELS + "/{channel}/confirm", callers.active(this::confirmChannel));
  }

  private void list(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    answer(context, features.alarms().behind(device.vault(), number(context, "after", 0)));
  }

  private void raise(Context context, StoredDevice device, Callers.Call call) throws Exception {
    if (!call.body(RaisedAlarm.class).kind().equals(AlarmKind.SIGNAL_KEY_TYPED.wireName()))
      throw new RefusedException(Refusal.BAD_REQUEST, "expected the alarm signal-key-typed");
    answer(context, features.accounts().signalKeyTyped(device));
  }

  private void channels(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    call.noBody();
    answer(context, features.channels().of(device.vault()));
  }

  private void addChannel(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    answer(context, 201, features.channels().add(device.vault(), call.body(Channel.class)));
  }

  private void removeChannel(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    call.noBody();
    var wait = features.database()
        .read(db -> Epochs.inForce(db, device.vault()).policy().waiting());
    features.channels()
        .remove(device.vault(), context.pathParam("channel"), wait,
            device.name());
    context.status(204);
  }

  private void testChannel(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    call.noBody();
    answer(context, features.channels().test(device.vault(), context.pathParam("channel")));
  }

  private void confirmChannel(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    var code = call.body(ConfirmCode.class).code();
    answer(context,
        features.channels()
            .confirm(device.vault(), context.pathParam("channel"), code,
                device.name()));
  }
}

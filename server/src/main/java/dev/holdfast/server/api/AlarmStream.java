package dev.holdfast.server.api;

import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Alarms as server-sent events. Each is read from the database by its sequence, so whoever comes
/// back with the last one it has seen misses nothing.
final class AlarmStream {
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final Features features;

  AlarmStream(Features features) {
    this.features = features;
  }

  void run(Context context, StoredDevice device, Callers.Call call) throws Exception {
    call.noBody();
    long after = after(context);
    context.res().setContentType("text/event-stream");
    context.res().setCharacterEncoding("UTF-8");
    context.res().setHeader("Cache-Control", "no-store");
    context.res().setHeader("Connection", "close");
    context.res().setHeader("X-Accel-Buffering", "no");
    var out = context.res().getOutputStream();
    write(out, ": alarms\n\n");
    follow(device, after, out);
  }

  private void follow(StoredDevice device, long after, ServletOutputStream out)
      throws IOException, InterruptedException {
    var vault = device.vault();
    long last = after;
    while (!features.changes().closed() && stillListens(device)) {
      long seen = features.changes().count(vault);
      for (var event : features.alarms().behind(vault, last)) {
        write(out, text(event));
        last = event.sequence();
      }
      if (!features.changes().await(vault, seen, SILENCE)) write(out, ": still here\n\n");
    }
  }

  private boolean stillListens(StoredDevice device) {
    return features.database()
        .read(db -> Devices.find(db, device.vault(), device.id()))
        .filter(now -> now.hasVoice(features.database().meter().ran()))
        .isPresent();
  }

  private static String text(AlarmEvent event) {
    return "id: " + event.sequence() + "\nevent: alarm\ndata: "
        + new String(Json.write(event), StandardCharsets.UTF_8) + "\n\n";
  }

  private static void write(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// What a listener that comes back has seen; the header is the newer of the two.
  private static long after(Context context) {
    var resumed = context.header("Last-Event-ID");
    return resumed != null && resumed.matches("\\d{1,15}")
        ? Long.parseLong(resumed)
        : Callers.number(context, "after", 0);
  }
}

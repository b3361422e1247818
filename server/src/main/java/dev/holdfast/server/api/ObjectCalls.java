package dev.holdfast.server.api;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.object.ObjectShelf;
import dev.holdfast.vault.object.Objects.Receipt;
import dev.holdfast.vault.object.Upload;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Objects up and down, streamed: no more than a buffer of one is ever in memory.
final class ObjectCalls {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
  private static final int BUFFER_BYTES = 128 * 1024;
  private static final String SHA256 = "Holdfast-Sha256";
  private static final String OFFSET = "Upload-Offset";
  private static final String PATH = "/v1/vaults/{vault}/objects/{name}";

  private final Features features;

  ObjectCalls(Features features) {
    this.features = features;
  }

  void register(RoutesConfig routes, Callers callers) {
    routes.head(PATH, callers.reader(this::head));
    routes.get(PATH, callers.reader(this::read));
    routes.put(PATH, callers.active(this::receive));
  }

  private void head(Context context, VaultId vault, Callers.Call call) throws Exception {
    call.noBody();
    var key = key(context, vault);
    var object = features.objects().find(key);
    if (object.isPresent()) {
      context.header(SHA256, object.get().sha256().hex());
      context.res().setContentLengthLong(object.get().size());
      return;
    }
    var unfinished = features.objects().unfinished(key);
    context.status(404).header(OFFSET, Long.toString(unfinished.size()));
    if (unfinished.size() > 0) context.header(SHA256, unfinished.sha256().hex());
  }

  private void receive(Context context, StoredDevice device, Callers.Call call)
      throws Exception {
    var upload = new Upload(length(context, OFFSET), length(context, "Upload-Length"),
        new Sha256(header(context, SHA256)), call.signed().body());
    var key = key(context, device.vault());
    var receipt = features.objects().receive(key, upload, context.req().getInputStream());
    switch (receipt) {
      case Receipt.Stored() -> context.status(201);
      case Receipt.Present() -> context.status(200);
      case Receipt.Unfinished(long bytes) ->
        context.status(202).header(OFFSET, Long.toString(bytes));
    }
  }

  private void read(Context context, VaultId vault, Callers.Call call) throws Exception {
    call.noBody();
    var key = key(context, vault);
    var object = features.objects()
        .find(key)
        .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_THING, "no such object"));
    context.header(SHA256, object.sha256().hex());
    context.header("Accept-Ranges", "bytes");
    context.contentType("application/octet-stream");
    long size = object.size();
    var range = RANGE.matcher(header(context, "Range"));
    if (range.matches()) sendRange(context, key, size, range);
    else
      send(context, key, 0, size);
  }

  private void sendRange(Context context, ObjectShelf.Key key, long size, Matcher range)
      throws IOException {
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty()
        ? size - 1
        : Math.min(size - 1, Long.parseLong(range.group(2)));
    if (first > last) {
      context.header("Content-Range", "bytes */" + size);
      context.status(416);
      return;
    }
    context.status(206).header("Content-Range", "bytes " + first + "-" + last + "/" + size);
    send(context, key, first, last - first + 1);
  }

  private void send(Context context, ObjectShelf.Key key, long offset, long length)
      throws IOException {
    context.res().setContentLengthLong(length);
    try (var in = features.objects().read(key, offset, length)) {
      var out = context.res().getOutputStream();
      var buffer = new byte[BUFFER_BYTES];
      for (int count; (count = in.read(buffer)) >= 0;)
        out.write(buffer, 0, count);
    }
  }

  private static ObjectShelf.Key key(Context context, VaultId vault) {
    return new ObjectShelf.Key(vault, new ObjectName(context.pathParam("name")));
  }

  private static long length(Context context, String name) {
    var text = header(context, name);
    if (!text.matches("\\d{1,18}"))
      throw new RefusedException(Refusal.BAD_REQUEST, "expected a number as " + name);
    return Long.parseLong(text);
  }

  private static String header(Context context, String name) {
    var value = context.header(name);
    return value == null ? "" : value;
  }
}

package dev.holdfast.client.server;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Takes a body whose length is announced into one array of that length, where the usual way keeps
/// it in pieces and copies them once more.
final class Received implements BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final int announced;
  private final int most;
  private byte[] bytes = {};
  private int size;

  private Received(long announced, int most) {
    this.most = most;
    this.announced = Math.clamp(announced, 0, most);
  }

  /// @param most bytes; a longer body is an `IOException`
  static BodyHandler<byte[]> atMost(int most) {
    return info -> new Received(info.headers().firstValueAsLong("Content-Length").orElse(0), most);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (var piece : pieces)
      add(piece);
  }

  private void add(ByteBuffer piece) {
    int length = piece.remaining();
    if (length > most - size) {
      body.completeExceptionally(new IOException("the server's answer is longer than expected"));
      return;
    }
    if (length > bytes.length - size) grow(size + length);
    piece.get(bytes, size, length);
    size += length;
  }

  /// The answer to a HEAD announces what does not come: there is no room before something does.
  private void grow(int needed) {
    int length = Math.max(announced, needed);
    if (size > 0 && length > announced) length = Math.clamp(2L * needed, 0, most);
    bytes = Arrays.copyOf(bytes, length);
  }

  @Override
  public void onError(Throwable broken) {
    body.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    body.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
  }
}

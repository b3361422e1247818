package dev.holdfast.client.server;

import dev.holdfast.kernel.Sha256;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/// What a call carries: a part of an array, sent from where it lies. Not a record, because it holds
/// an array.
final class Body {
  static final Body EMPTY = of(new byte[0]);

  private static final int PIECE_BYTES = 128 << 10;

  private final byte[] array;
  private final int from;
  private final int to;
  private final Sha256 hash;

  /// @param array not changed while the call runs
  /// @param hash of what lies in `[from, to)`
  Body(byte[] array, int from, int to, Sha256 hash) {
    this.array = array;
    this.from = from;
    this.to = to;
    this.hash = hash;
  }

  static Body of(byte[] content) {
    return of(content, 0, content.length);
  }

  static Body of(byte[] array, int from, int to) {
    return new Body(array, from, to, Sha256.over(array, from, to));
  }

  Sha256 hash() {
    return hash;
  }

  /// Sends it without copying it first; may be subscribed to again.
  BodyPublisher publisher() {
    if (from == to) return BodyPublishers.noBody();
    Flow.Publisher<ByteBuffer> pieces = subscriber -> subscriber
        .onSubscribe(new Pieces(subscriber));
    return BodyPublishers.fromPublisher(pieces, to - from);
  }

  /// Hands out pieces as they are asked for. The client asks from one thread at a time, and may ask
  /// for more while it is given one.
  private final class Pieces implements Flow.Subscription {
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private int at = from;
    private long wanted;
    private boolean giving;
    private boolean ended;

    Pieces(Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public synchronized void request(long more) {
      if (more <= 0) {
        ended = true;
        subscriber.onError(new IllegalArgumentException("asked for nothing"));
        return;
      }
      wanted = Math.addExact(wanted, Math.min(more, Long.MAX_VALUE - wanted));
      if (giving) return;
      giving = true;
      while (wanted > 0 && !ended)
        give();
      giving = false;
    }

    private void give() {
      wanted--;
      int end = Math.min(to, at + PIECE_BYTES);
      var piece = ByteBuffer.wrap(array, at, end - at).slice().asReadOnlyBuffer();
      at = end;
      subscriber.onNext(piece);
      if (at < to) return;
      ended = true;
      subscriber.onComplete();
    }

    @Override
    public synchronized void cancel() {
      ended = true;
    }
  }
}

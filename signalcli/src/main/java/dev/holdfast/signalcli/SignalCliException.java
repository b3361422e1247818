package dev.holdfast.signalcli;

import java.time.Duration;

/// A call or connection that did not work. Never quotes what was sent or received.
public final class SignalCliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What a caller may do about it.
  public enum Kind {
    /// Nobody answers, or the line was cut: try again.
    UNREACHABLE,
    /// There is something, but not signal-cli, or it refuses this host name or account for good.
    REFUSED,
    /// Too many calls; see [#retryAfter].
    RATE_LIMITED,
    /// The other side's key changed or is not trusted.
    UNTRUSTED,
    /// signal-cli answered with an error.
    FAILED
  }

  private final Kind kind;
  private final Duration retryAfter;

  SignalCliException(Kind kind, String sentence) {
    this(kind, sentence, Duration.ZERO);
  }

  SignalCliException(Kind kind, String sentence, Duration retryAfter) {
    super(sentence);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /// What a caller may do about it.
  public Kind kind() {
    return kind;
  }

  /// How long to wait before the next try; zero if it was not said.
  public Duration retryAfter() {
    return retryAfter;
  }
}

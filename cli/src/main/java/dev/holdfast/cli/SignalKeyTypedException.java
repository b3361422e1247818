package dev.holdfast.cli;

/// Signal's recovery key was typed where a code of Holdfast belongs: a sign of phishing.
public final class SignalKeyTypedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignalKeyTypedException() {
    super("this is Signal's recovery key, not a code of Holdfast");
  }
}

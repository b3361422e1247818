package dev.holdfast.server.sharing;

/// Why an endpoint does not answer.
final class TaxiiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  TaxiiRefusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  int status() {
    return status;
  }
}

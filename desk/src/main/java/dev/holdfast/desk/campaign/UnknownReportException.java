package dev.holdfast.desk.campaign;

/// There is no such report or campaign.
public final class UnknownReportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownReportException(String id) {
    super("there is no report or campaign \"" + id + "\"");
  }
}

package dev.holdfast.server.warning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// `holdfast-server desk key`
final class KeyWord implements Word {
  @Override
  public String usage() {
    return """
        key                                        the key that devices pin
        """;
  }

  @Override
  public void run(List<String> words, WarningDesk desk, PrintStream out) throws IOException {
    out.println(desk.warnings().key().hex());
  }
}

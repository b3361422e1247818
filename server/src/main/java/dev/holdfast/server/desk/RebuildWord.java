package dev.holdfast.server.desk;

/// `desk rebuild`
final class RebuildWord implements DeskWord {
  @Override
  public String usage() {
    return "rebuild";
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    call.flag("--json");
    call.words(0, 0);
    desk.campaigns().rebuild();
    return 0;
  }
}

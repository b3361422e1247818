package dev.holdfast.server.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;

/// `desk log`
final class LogWord implements DeskWord {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String usage() {
    return "log [--json]";
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    var json = call.flag("--json");
    call.words(0, 0);
    desk.campaigns()
        .eachStep(step -> call.out(json
            ? JSON.createObjectNode()
                .put("at", step.at().toString())
                .put("what", step.what())
                .put("detail", step.detail())
                .toString()
            : step.at() + "  " + step.what() + "  " + step.detail()));
    return 0;
  }
}

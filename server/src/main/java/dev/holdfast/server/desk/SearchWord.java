package dev.holdfast.server.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;

/// `desk search WORDS`
final class SearchWord implements DeskWord {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MANY = 100;

  @Override
  public String usage() {
    return "search WORD… [--json]";
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    var json = call.flag("--json");
    var found = desk.campaigns().search(String.join(" ", call.words(1, MANY)));
    for (var id : found)
      call.out(json ? JSON.createObjectNode().put("id", id).toString() : id);
    return 0;
  }
}

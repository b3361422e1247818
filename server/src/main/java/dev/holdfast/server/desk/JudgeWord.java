package dev.holdfast.server.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.holdfast.desk.campaign.Opinion;
import java.util.List;

/// `desk judge ID ID`
final class JudgeWord implements DeskWord {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String usage() {
    return "judge ID ID [--json]";
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    var json = call.flag("--json");
    var ids = call.words(2, 2);
    var opinion = desk.campaigns().judge(ids.get(0), ids.get(1));
    if (json) call.out(json(opinion));
    else
      tell(opinion, call);
    return 0;
  }

  private static String json(Opinion opinion) {
    var node = JSON.createObjectNode()
        .put("answer", opinion.answer().word())
        .put("ratio", opinion.ratio())
        .put("words", opinion.words());
    reasons(node.putArray("for"), opinion.reasons());
    reasons(node.putArray("against"), opinion.doubts());
    node.put("flip", opinion.flip())
        .put("ratioUnrelated", opinion.ratioUnrelated())
        .put("grade", opinion.grade());
    opinion.analyst()
        .ifPresent(analyst -> node.putObject("analyst")
            .put("answer", analyst.answer().word())
            .put("reason", analyst.reason()));
    return node.toString();
  }

  private static void reasons(ArrayNode list, List<Opinion.Reason> reasons) {
    for (var reason : reasons)
      list.addObject()
          .put("feature", reason.feature())
          .put("example", reason.example())
          .put("weight", reason.weight())
          .put("counter", reason.counter());
  }

  private static void tell(Opinion opinion, DeskCall call) {
    call.out(opinion.answer().word() + ": " + opinion.words() + " (ratio " + opinion.ratio()
        + " against copycats, " + opinion.ratioUnrelated() + " against unrelated lures; grade "
        + opinion.grade() + ")");
    opinion.analyst()
        .ifPresent(a -> call.out("an analyst says " + a.answer().word() + ": " + a.reason()));
    for (var reason : opinion.reasons())
      call.out("  for      " + reason.feature() + ": " + reason.example() + "; else: "
          + reason.counter());
    for (var doubt : opinion.doubts())
      call.out("  against  " + doubt.feature() + ": " + doubt.example() + "; else: "
          + doubt.counter());
    call.out("  it would turn by " + opinion.flip());
  }
}

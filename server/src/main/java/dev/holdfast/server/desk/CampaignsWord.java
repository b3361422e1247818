package dev.holdfast.server.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.desk.campaign.Listed;
import java.util.TreeMap;

/// `desk campaigns`
final class CampaignsWord implements DeskWord {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String usage() {
    return "campaigns [--json]";
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    var json = call.flag("--json");
    call.words(0, 0);
    if (json) desk.campaigns().each(listed -> call.out(line(listed)));
    else
      summary(desk, call);
    return 0;
  }

  private static String line(Listed listed) {
    var line = JSON.createObjectNode()
        .put("id", listed.id())
        .put("campaign", listed.campaign())
        .put("playbook", listed.playbook())
        .put("undecided", listed.undecided());
    if (!listed.machine().equals(listed.campaign())) line.put("machine", listed.machine());
    return line.toString();
  }

  private static void summary(Desk desk, DeskCall call) {
    var sizes = new TreeMap<String, Integer>();
    desk.campaigns().each(listed -> sizes.merge(listed.campaign(), 1, Integer::sum));
    sizes.entrySet()
        .stream()
        .filter(e -> e.getValue() > 1)
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(e -> call.out(e.getKey() + "  " + e.getValue() + " reports"));
    call.out(sizes.values().stream().filter(n -> n == 1).count() + " reports stand alone");
  }
}

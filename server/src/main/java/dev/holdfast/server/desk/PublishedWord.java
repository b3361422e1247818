package dev.holdfast.server.desk;

import dev.holdfast.desk.report.Moments;

/// `desk published --like ID DATE`
final class PublishedWord implements DeskWord {
  @Override
  public String usage() {
    return "published --like ID DATE";
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    call.flag("--json");
    var like = call.required("--like");
    var date = Moments.of(call.words(1, 1).get(0))
        .orElseThrow(() -> new IllegalArgumentException(
            "expected a date such as 2026-05-27 or 2026-05-27T08:00:00Z"));
    desk.campaigns().published(like, date);
    return 0;
  }
}

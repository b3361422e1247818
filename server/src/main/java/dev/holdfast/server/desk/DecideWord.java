package dev.holdfast.server.desk;

import dev.holdfast.desk.campaign.Decision;
import dev.holdfast.desk.judgement.Answer;
import java.util.List;
import java.util.Locale;

/// `desk merge`, `split`, `pin` and `overrule`: what an analyst decides, and why.
final class DecideWord implements DeskWord {
  private static final int MANY = 1_000;

  private final Decision.Kind kind;

  DecideWord(Decision.Kind kind) {
    this.kind = kind;
  }

  @Override
  public String usage() {
    var name = kind.name().toLowerCase(Locale.ROOT);
    return name + " " + switch (kind) {
      case MERGE -> "ID ID… --reason TEXT";
      case SPLIT -> "ID… --reason TEXT";
      case PIN -> "ID --reason TEXT";
      case OVERRULE -> "ID ID ANSWER --reason TEXT";
    };
  }

  @Override
  public int run(Desk desk, DeskCall call) {
    call.flag("--json");
    var reason = call.required("--reason");
    var told = call.option("--answer");
    switch (kind) {
      case MERGE -> decide(desk, call.words(2, MANY), "", reason);
      case SPLIT -> decide(desk, call.words(1, MANY), "", reason);
      case PIN -> decide(desk, call.words(1, 1), "", reason);
      case OVERRULE -> {
        var words = call.words(told.isPresent() ? 2 : 3, told.isPresent() ? 2 : 3);
        var answer = told.orElseGet(() -> words.get(2));
        if (Answer.of(answer).isEmpty())
          throw new IllegalArgumentException(
              "expected same-campaign, same-playbook, unrelated or undecided");
        decide(desk, words.subList(0, 2), answer, reason);
      }
    }
    return 0;
  }

  private void decide(Desk desk, List<String> ids, String answer, String reason) {
    desk.campaigns().decide(kind, ids, answer, reason);
  }
}

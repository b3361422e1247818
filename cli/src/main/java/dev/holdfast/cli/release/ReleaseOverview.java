package dev.holdfast.cli.release;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.client.release.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// `holdfast release list` and `show`
final class ReleaseOverview extends HoldfastCommand {
  ReleaseOverview(Holdfast app) {
    super(app);
  }

  int list() {
    return withVault(vault -> {
      var requests = new Requests(vault).all().stream().map(ReleaseDocument::of).toList();
      app().tell(requests);
      if (requests.isEmpty()) app().say("Nobody has asked for a release.");
      requests.forEach(request -> app().say(request.line(app().clock())));
      return ExitCode.DONE;
    });
  }

  int show(String id) {
    return withVault(vault -> {
      var document = ReleaseDocument.of(new Requests(vault).named(id));
      app().tell(document);
      show(document);
      return ExitCode.DONE;
    });
  }

  private void show(ReleaseDocument request) {
    var clock = app().clock();
    app().say("Request " + request.request());
    app().say("  state      " + request.state().toLowerCase(Locale.ROOT));
    app().say("  from       \"" + request.from() + "\""
        + (request.enrolled() ? ", a device of the vault" : ""));
    app().say("  asked      " + Text.second(Instant.parse(request.askedAt()), clock));
    app().say("  waits      " + Text.duration(Duration.ofSeconds(request.waitSeconds())) + ", "
        + Text.duration(Duration.ofSeconds(request.waitedSeconds())) + " of it have run");
    app().say("  opens      " + Text.second(Instant.parse(request.releasableAt()), clock));
    app().say("  factor     " + (request.factorProved() ? "proved" : "not proved") + ", "
        + Text.count(request.approvals(), "approval", "approvals"));
    app().say("  number     " + request.phrase() + " (has to stand on the machine that asks)");
    app().say("If you did not ask: holdfast release veto " + Text.brief(request.request()));
  }

  @Override
  public Integer call() {
    return list();
  }
}

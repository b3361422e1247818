package dev.holdfast.cli.release;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.release.Requests;
import java.time.Instant;

/// `holdfast release approve` and `veto`
final class ReleaseAnswer extends HoldfastCommand {
  ReleaseAnswer(Holdfast app) {
    super(app);
  }

  int approve(String id, boolean yes) {
    return withVault(vault -> {
      var requests = new Requests(vault);
      var request = requests.named(id);
      var document = ReleaseDocument.of(request);
      app().say("Request " + Text.brief(document.request()) + " by \"" + document.from()
          + "\", asked " + Text.second(Instant.parse(document.askedAt()), app().clock()) + ".");
      if (!yes && !same(document.phrase())) {
        app().say("Not approved. If you did not ask: holdfast release veto "
            + Text.brief(document.request()));
        return ExitCode.REFUSED;
      }
      app().tell(ReleaseDocument.of(requests.approve(request)));
      app().say("Approved: this device's share of the factor is on its way to that machine alone.");
      return ExitCode.DONE;
    });
  }

  private boolean same(String phrase) {
    return app()
        .confirms("Does the machine that asks show the number " + phrase + ", and is it yours?")
        .orElseThrow(() -> new ClientException(Kind.USAGE,
            "nobody is here to compare the number " + phrase,
            "add --yes if it was compared on both machines"));
  }

  int veto(String id) {
    return withVault(vault -> {
      var requests = new Requests(vault);
      var ended = requests.veto(requests.named(id));
      app().tell(ReleaseDocument.of(ended));
      app().say("Request " + Text.brief(ended.request()) + " is vetoed. The vault is locked until "
          + Text.time(Instant.ofEpochMilli(ended.lockedUntil()), app().clock()) + ".");
      app().say("If somebody has your recovery code: holdfast rekey makes it worthless.");
      return ExitCode.DONE;
    });
  }

  @Override
  public Integer call() {
    throw new IllegalStateException("one of the two is called");
  }
}

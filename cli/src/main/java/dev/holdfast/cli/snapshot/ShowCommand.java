package dev.holdfast.cli.snapshot;

import dev.holdfast.archive.store.SnapshotLine;
import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.HoldfastCommand;
import dev.holdfast.cli.Text;
import dev.holdfast.kernel.manifest.OuterManifest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import java.util.ArrayList;
import dev.holdfast.kernel.manifest.SealedObject;

/// `holdfast show`
@Command(description = {"Says what the readable part of a snapshot holds.",
    "Everything else is sealed: only a release opens it."}, footer = {"", "Examples:",
        "  holdfast show latest", "  holdfast show 3fa9c1d2 --json"})
public final class ShowCommand extends HoldfastCommand {
  @Parameters(paramLabel = "ID", description = "latest, or the first 8 or more digits of a snapshot's id")
  String id = "";

  public ShowCommand(Holdfast app) {
    super(app);
  }

  /// The answer for programs.
  record Document(SnapshotDocument snapshot, String previous, String parent, List<Sealed> objects,
      List<String> dropped) {}

  /// A sealed object.
  record Sealed(String name, long size, String sha256) {}

  @Override
  public Integer call() {
    return withVault(vault -> {
      var chain = vault.chain(vault.status());
      var found = chain.named(id);
      var line = chain.lines()
          .stream()
          .filter(one -> one.id().equals(found.manifest().id()))
          .findFirst()
          .orElseThrow();
      var outer = found.manifest().outer();
      app().tell(document(line, outer));
      show(line, outer);
      return ExitCode.DONE;
    });
  }

  private static Document document(SnapshotLine line, OuterManifest outer) {
    var objects = new ArrayList<Sealed>();
    objects.add(sealed(outer.inner()));
    outer.added().forEach(object -> objects.add(sealed(object)));
    return new Document(SnapshotDocument.of(line), outer.previous().hex(), outer.parent().hex(),
        objects, outer.dropped().stream().map(name -> name.hex()).toList());
  }

  private static Sealed sealed(SealedObject object) {
    return new Sealed(object.name().hex(), object.size(), object.sha256().hex());
  }

  private void show(SnapshotLine line, OuterManifest outer) {
    var clock = app().clock();
    app().say("Snapshot " + line.id().hex());
    app().say("  number    " + line.sequence() + (line.base()
        ? ", a base"
        : ", continues " + Text.brief(outer.parent().hex())));
    app().say("  made      " + Text.time(line.createdAt(), clock) + " by device "
        + Text.brief(line.device().hex()));
    app().say("  received  " + Text.time(line.receivedAt(), clock));
    app().say("  epoch     " + line.epoch());
    app().say("  stored    " + Text.bytes(line.bytes()) + " in "
        + Text.count(outer.added().size() + 1L, "object", "objects")
        + (line.kept() ? "" : ", let go by retention"));
  }
}

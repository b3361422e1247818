package dev.holdfast.desk.sharing;

import dev.holdfast.desk.name.FixedUuid;
import dev.holdfast.desk.warning.Entry;
import dev.holdfast.desk.warning.Warnings;
import dev.holdfast.guard.ask.Ask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the desk can share: its published warnings, and dossiers that somebody wrote or that came
/// from others, a file each.
public final class Dossiers {
  private static final int LONGEST_NAME = 200;

  private final Path folder;
  private final Warnings warnings;
  private final Clock clock;

  /// @param folder the desk's own
  public Dossiers(Path folder, Warnings warnings, Clock clock) {
    this.folder = folder.resolve("dossiers");
    this.warnings = warnings;
    this.clock = clock;
  }

  /// Keeps a dossier from a file of our own form.
  ///
  /// @throws IllegalArgumentException with a sentence
  public Held add(byte[] json) {
    return keep(DossierFile.parse(json).read(clock.instant()));
  }

  /// Keeps what came from others. Something known already is kept only if it is newer.
  ///
  /// @return how many were kept
  public int add(Imported imported) {
    int kept = 0;
    for (var dossier : imported.dossiers()) {
      var known = find(dossier.id());
      if (known.isPresent()
          && !dossier.modified().isAfter(known.get().dossier().modified()))
        continue;
      keep(new Held(dossier, clock.instant()));
      kept++;
    }
    return kept;
  }

  /// What may go to an audience, oldest first.
  public List<Held> visible(Audience audience) {
    return all().stream().filter(held -> audience.may(held.dossier().tlp())).toList();
  }

  /// Everything, oldest first.
  public List<Held> all() {
    var all = new ArrayList<>(kept());
    var now = clock.instant();
    for (var entry : warnings.all())
      if (entry.state(now) == Entry.State.PUBLISHED) all.add(of(entry));
    all.sort(Comparator.comparing(Held::addedAt).thenComparing(held -> held.dossier().id()));
    return all;
  }

  /// The public saw the warning, so anybody may have it.
  private static Held of(Entry entry) {
    var warning = entry.warning();
    var told = warning.wordings().getFirst();
    var title = told.title();
    var asks = Ask.ALL.stream().filter(ask -> warning.asks().contains(ask.wire())).toList();
    var id = FixedUuid.of(Namespace.OURS, "warning " + warning.id());
    return new Held(
        new Dossier(id, title.substring(0, Math.min(title.length(), LONGEST_NAME)), told.looks(),
            warning.issuedAt(), warning.issuedAt(), warning.from(), Tlp.CLEAR, asks, List.of(),
            warning.wordings()),
        warning.issuedAt());
  }

  private List<Held> kept() {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().matches("[0-9a-f-]{36}\\.json"))
          .sorted()
          .map(this::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Held> find(UUID id) {
    var file = folder.resolve(id + ".json");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private Held read(Path file) {
    try {
      return DossierFile.parse(Files.readAllBytes(file)).read(Instant.EPOCH);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "the desk's file " + file.getFileName() + " is not as it was written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Held keep(Held held) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve(held.dossier().id() + ".json");
      var next = folder.resolve(held.dossier().id() + ".new");
      Files.write(next, DossierFile.of(held).bytes());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

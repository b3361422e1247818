package dev.holdfast.client.restore;

import dev.holdfast.archive.restore.OpenSnapshot;
import dev.holdfast.archive.restore.RestorePlan;
import dev.holdfast.archive.restore.RestoreSummary;
import dev.holdfast.archive.restore.SignalTarget;
import dev.holdfast.archive.signal.RecoveryKey;
import dev.holdfast.archive.snapshot.Mode;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.draft.Lesson;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.release.Opening;
import dev.holdfast.client.release.Release;
import dev.holdfast.client.release.Releases;
import dev.holdfast.client.server.Server;
import dev.holdfast.client.server.ServerRefusal;
import dev.holdfast.client.vault.Archive;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.UnlockCode;
import dev.holdfast.kernel.policy.Policy;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// From the recovery code to the written folder: asks, proves, waits, opens, writes, and hands the
/// vault over to its next epoch. It can be broken off at any point and taken up again.
public final class Restore {
  private final Home home;
  private final Owner owner;
  private final Clock clock;
  private final SecureRandom random;

  public Restore(Home home, Owner owner, Clock clock, SecureRandom random) {
    this.home = home;
    this.owner = owner;
    this.clock = clock;
    this.random = random;
  }

  /// Runs as far as it can.
  ///
  /// @param code lent
  /// @throws ServerRefusal `code-spent`, `no-such-vault`, `locked` among others
  public Outcome run(RecoveryCode code, Wish wish) {
    try (
        var server = Vault.line(home, wish.server(), clock, random);
        var release = asked(server, code, wish)) {
      refuseOtherVault(release);
      owner.asked(release.status());
      ownSecrets().begin(code).keep();
      return proven(release, code, wish);
    }
  }

  /// The code comes first, so that the alarm is out whatever follows.
  private Release asked(Server server, RecoveryCode code, Wish wish) {
    var releases = new Releases(home, server, random);
    if (wish.request().isPresent()) return releases.continued(wish.request().get());
    try {
      return releases.ask(code, wish.deviceName());
    } catch (ServerRefusal e) {
      if (!e.code().equals("too-many-requests") || e.policy().isEmpty()) throw e;
      return askedWithFactor(releases, code, wish, e);
    }
  }

  private Release askedWithFactor(Releases releases, RecoveryCode code, Wish wish,
      ServerRefusal refusal) {
    try (var unlock = owner.unlock(false).orElseThrow(() -> refusal)) {
      var policy = Policy.decode(Base64.getDecoder().decode(refusal.policy()));
      return releases.askProven(code, wish.deviceName(), policy, unlock.secret());
    } catch (IllegalArgumentException e) {
      throw refusal;
    }
  }

  private void refuseOtherVault(Release release) {
    if (home.hasVault() && !home.config().vaultId().equals(release.vault()))
      throw new ClientException(Kind.REFUSED,
          "this code opens another vault than that of this home",
          "name another home with --home DIR");
  }

  private Outcome proven(Release release, RecoveryCode code, Wish wish) {
    if (release.state().ended()) return new Outcome.Ended(release.status());
    var factor = factor(release);
    boolean approved = !release.status().approvals().isEmpty();
    if (factor.isEmpty() && !owner.canApprove() && !approved)
      return new Outcome.NoFactor(release.status());
    return new Waiting(release, owner, clock, wish.waits()).until(factor,
        proved -> opened(release, code, proved, wish));
  }

  private Optional<SecretBytes> factor(Release release) {
    var approved = release.factorByApproval();
    if (approved.isPresent()) return approved;
    boolean again = false;
    while (true) {
      var unlock = owner.unlock(again);
      if (unlock.isEmpty()) return Optional.empty();
      var factor = factor(release, unlock.get());
      if (factor.isPresent()) return factor;
      again = true;
    }
  }

  private static Optional<SecretBytes> factor(Release release, UnlockCode unlock) {
    try (unlock) {
      return release.factorByUnlock(unlock.secret());
    }
  }

  private Outcome opened(Release release, RecoveryCode code, SecretBytes factor, Wish wish) {
    try (var held = home.lock(); var opening = release.open(code, factor)) {
      if (held == null) throw new IllegalStateException("a lock is held or refused");
      var restoration = Restoration.of(home, release, opening, clock, random);
      var plan = restoration.plan(wish.snapshot());
      try (var snapshot = restoration.open(plan, owner.progress())) {
        if (!owner.accepts(plan, snapshot.facts()) || !givesUp(snapshot))
          return new Outcome.Declined(release.status());
        return written(release, opening, restoration, plan, snapshot, wish);
      } catch (IOException e) {
        throw Archive.meaning(e);
      }
    }
  }

  private boolean givesUp(OpenSnapshot snapshot) throws IOException {
    if (!owner.answers()) return true;
    long media = snapshot.mediaOnlyInCloud();
    return media == 0 || owner.givesUp(media);
  }

  private Outcome written(Release release, Opening opening, Restoration restoration,
      RestorePlan plan, OpenSnapshot snapshot, Wish wish) {
    var summary = write(snapshot, wish);
    try (
        var handover = new Handover(home, release, opening, random);
        var reserve = handover.reserveCode();
        var idKey = snapshot.idKey()) {
      var lessons = shown(handover.newCode(), reserve);
      var vault = handover.complete(wish.deviceName(), idKey, restoration.newest());
      lessons.forEach(Lesson::keep);
      return new Outcome.Restored(plan, snapshot.facts(), summary, vault);
    }
  }

  private List<Lesson> shown(Optional<RecoveryCode> code, RecoveryCode reserve) {
    try {
      owner.newCodes(code, reserve);
      return Stream.concat(code.stream(), Stream.of(reserve)).map(ownSecrets()::begin).toList();
    } finally {
      code.ifPresent(RecoveryCode::close);
    }
  }

  /// So that the guard recognises keys and codes on their way out.
  private OwnSecrets ownSecrets() {
    return new OwnSecrets(home, random);
  }

  private RestoreSummary write(OpenSnapshot snapshot, Wish wish) {
    if (snapshot.facts().mode() == Mode.OPAQUE)
      return Archive.asking(() -> snapshot.writeOpaque(wish.to(), owner.progress()));
    if (wish.keptKey().isPresent()) return write(snapshot, wish, wish.keptKey().get());
    try (var fresh = RecoveryKey.generate(random)) {
      var summary = write(snapshot, wish, fresh);
      owner.newSignalKey(fresh);
      return summary;
    }
  }

  private RestoreSummary write(OpenSnapshot snapshot, Wish wish, RecoveryKey key) {
    var lesson = ownSecrets().begin(key);
    try (var letters = key.lend(raw -> new SecretBytes(raw.clone()))) {
      var summary = Archive.asking(() -> snapshot.writeSignal(
          new SignalTarget(wish.to(), letters, wish.dropExpired()), owner.progress()));
      lesson.keep();
      return summary;
    }
  }
}

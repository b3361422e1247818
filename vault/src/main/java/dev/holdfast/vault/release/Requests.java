package dev.holdfast.vault.release;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.wire.NewRequest;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.epoch.Epochs;
import dev.holdfast.vault.lock.Lock;
import dev.holdfast.vault.lock.Locks;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.share.Binding;
import dev.holdfast.vault.share.Hpke;
import dev.holdfast.vault.share.Shares;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Release requests from asking to veto. What a share is handed out for is in [Releases].
public final class Requests {
  private final Database database;
  private final Alarms alarms;
  private final AuditLog log;
  private final Changes changes;
  private final Asking asking;
  private final Shares shares;
  private final Runnable timer;

  /// @param timer is told that a request came or changed
  public Requests(Database database, Shares shares, Alarms alarms, AuditLog log, Changes changes,
      ReleaseTerms terms, Runnable timer) {
    this.database = database;
    this.alarms = alarms;
    this.log = log;
    this.changes = changes;
    this.shares = shares;
    this.timer = timer;
    asking = new Asking(database, alarms, log, terms);
  }

  /// Takes a request.
  ///
  /// @throws RefusedException `no-such-vault`, `code-spent`, `too-many-requests`, `wrong-factor`,
  ///           `not-allowed` if it names a device that did not sign it
  public RequestStatus ask(NewRequest wanted, Proofs proofs) {
    var request = asking.ask(wanted, proofs);
    timer.run();
    return status(request.id());
  }

  /// A request by its id.
  public Optional<ReleaseRequest> find(RequestId id) {
    return database.read(db -> RequestStore.find(db, id));
  }

  /// The key that signs a request's calls.
  public Optional<VerifyKey> key(RequestId id) {
    return database.read(db -> RequestStore.find(db, id)
        .map(request -> RequestStore.statement(db, id).requestKey()));
  }

  /// True if the requester may read the vault now.
  public boolean mayRead(ReleaseRequest request) {
    return ReleaseRules.canRead(request, database.meter().ran());
  }

  /// Refuses a requester while the vault is locked.
  ///
  /// @throws RefusedException `locked`
  public void refuseIfLocked(VaultId vault) {
    if (database.read(db -> Locks.on(db, vault, database.meter().ran())).isPresent())
      throw new RefusedException(Refusal.LOCKED, "the vault is locked",
          "unlock it with the factor, or re-key");
  }

  /// How a request stands.
  ///
  /// @throws RefusedException `no-such-thing`
  public RequestStatus status(RequestId id) {
    return database.read(db -> status(db, found(db, id)));
  }

  /// All requests of a vault, the newest first.
  public List<RequestStatus> of(VaultId vault) {
    return database.read(db -> RequestStore.of(db, vault)
        .stream()
        .map(request -> status(db, request))
        .toList());
  }

  /// How a request stands once something changes, or after `patience`; at once if there is nothing
  /// to wait for.
  public RequestStatus await(RequestId id, Duration patience) throws InterruptedException {
    var vault = database.read(db -> found(db, id).vault());
    long deadline = System.nanoTime() + patience.toNanos();
    long seen = changes.count(vault);
    var first = status(id);
    var now = first;
    while (worthWaiting(now) && same(first, now)) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      if (left.isNegative() || !changes.await(vault, seen, left)) break;
      seen = changes.count(vault);
      now = status(id);
    }
    return status(id);
  }

  private static boolean worthWaiting(RequestStatus status) {
    return switch (RequestState.valueOf(status.state())) {
      case WAITING -> true;
      case RELEASABLE -> !status.provenFactor() && status.approvals().isEmpty();
      case RELEASED, OPENED, VETOED, EXPIRED -> false;
    };
  }

  private static boolean same(RequestStatus a, RequestStatus b) {
    // Masks are sealed anew for each answer, so approvals are counted and not compared.
    return a.state().equals(b.state()) && a.provenFactor() == b.provenFactor()
        && a.approvals().size() == b.approvals().size()
        && (a.lockedUntil() == 0) == (b.lockedUntil() == 0);
  }

  /// Proves the factor for a request.
  ///
  /// @throws RefusedException `wrong-factor`, `vetoed`, `ended`
  public RequestStatus prove(RequestId id, String proof) {
    database.change(tx -> {
      var request = running(tx.db(), id);
      var signed = Binding.of("holdfast/v1/factor\n").with(id.raw()).bytes();
      var key = Epochs.find(tx.db(), request.vault(), request.epoch())
          .orElseThrow()
          .policy()
          .factorKey();
      if (!key.accepts(signed, Encoded.signature(proof)))
        throw new RefusedException(Refusal.WRONG_FACTOR,
            "that proof is not this vault's factor's", "check the unlock file");
      if (request.proven()) return;
      RequestStore.update(tx, request.withProof());
      log.append(tx, request.vault(), "factor-proved", id.hex());
      tx.after(() -> changes.ring(request.vault()));
    });
    return status(id);
  }

  /// Ends a request and locks its vault. Vetoed again, it stays as it is.
  ///
  /// @param by who objects, for the owner's other devices to read
  /// @throws RefusedException `ended`, `no-such-thing`
  public RequestStatus veto(RequestId id, String by) {
    database.change(tx -> {
      var request = found(tx.db(), id);
      if (request.state() == RequestState.VETOED) return;
      if (!ReleaseRules.canBeVetoed(request))
        throw new RefusedException(Refusal.ENDED, "the request has ended already");
      RequestStore.update(tx, request.in(RequestState.VETOED, tx.ran()));
      var lock = Epochs.inForce(tx.db(), request.vault()).policy().lock();
      Locks.lock(tx, request.vault(), Lock.Reason.VETO, Optional.of(lock));
      log.append(tx, request.vault(), "vetoed", id.hex());
      alarms.raise(tx, request.vault(),
          new Alarms.Alarm(Optional.of(id), AlarmKind.VETOED, by, 0));
    });
    return status(id);
  }

  /// Ends all running requests of a vault, or those of one epoch.
  void expire(Tx tx, VaultId vault, Optional<Integer> epoch) {
    for (var request : RequestStore.runningOf(tx.db(), vault)) {
      if (epoch.isPresent() && epoch.get() != request.epoch()) continue;
      RequestStore.update(tx, request.in(RequestState.EXPIRED, tx.ran()));
      log.append(tx, vault, "expired", request.id().hex());
    }
    tx.after(() -> changes.ring(vault));
  }

  /// Ends all running requests of a vault: it went back in time.
  public void expireAll(Tx tx, VaultId vault) {
    expire(tx, vault, Optional.empty());
  }

  static ReleaseRequest found(Handle db, RequestId id) {
    return RequestStore.find(db, id)
        .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_THING, "no such request"));
  }

  static ReleaseRequest running(Handle db, RequestId id) {
    var request = found(db, id);
    if (request.state() == RequestState.VETOED)
      throw new RefusedException(Refusal.VETOED, "the request was vetoed");
    if (request.state().ended())
      throw new RefusedException(Refusal.ENDED, "the request has ended");
    return request;
  }

  private RequestStatus status(Handle db, ReleaseRequest request) {
    long ran = database.meter().ran();
    long now = database.meter().now().toEpochMilli();
    long wait = request.readyRan() - request.askedRan();
    long waited = Math.clamp(ran - request.askedRan(), 0, wait);
    return new RequestStatus(request.id().hex(), request.vault().hex(), request.epoch(),
        request.state().name(), request.askedAt().toEpochMilli(), (wait + 999) / 1000,
        waited / 1000, releasableAt(request, now, ran), request.proven(),
        Locks.on(db, request.vault(), ran).map(lock -> lock.until(now, ran)).orElse(0L),
        Encoded.base64(RequestStore.statement(db, request.id()).encode()),
        Epochs.find(db, request.vault(), request.epoch()).orElseThrow().policyBytes(),
        approvals(db, request, ran));
  }

  /// Shares of the factor with the server's masks. A mask is worth as much as the factor, so it
  /// costs the whole wait, unvetoed, with the vault unlocked and the epoch in force.
  private List<RequestStatus.Approval> approvals(Handle db, ReleaseRequest request, long ran) {
    var epoch = Epochs.find(db, request.vault(), request.epoch()).orElseThrow();
    var facts = new ReleaseFacts(Locks.on(db, request.vault(), ran).isPresent(), epoch.state());
    boolean over = ReleaseRules.showsMasks(request, facts, ran);
    return RequestStore.approvals(db, request.id())
        .stream()
        .map(approval -> new RequestStatus.Approval(approval.device().hex(), approval.share(),
            over ? mask(db, request, approval.device()) : ""))
        .toList();
  }

  private String mask(Handle db, ReleaseRequest request, DeviceId device) {
    var info = Binding.of("holdfast/v1/approval-mask").with(request.id().raw()).bytes();
    var sealingKey = RequestStore.statement(db, request.id()).sealingKey();
    return shares.mask(db, request.vault(), request.epoch(), device).map(mask -> {
      try (mask) {
        byte[] sealed = mask.lend(raw -> Hpke.seal(sealingKey, info, raw));
        return Encoded.base64(sealed);
      }
    }).orElse("");
  }

  static long releasableAt(ReleaseRequest request, long now, long ran) {
    return switch (request.state()) {
      case WAITING -> now + request.remaining(ran);
      case RELEASABLE -> now - (ran - request.sinceRan());
      case RELEASED, OPENED, VETOED, EXPIRED -> 0;
    };
  }
}

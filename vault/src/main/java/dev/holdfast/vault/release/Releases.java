package dev.holdfast.vault.release;

import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.wire.NewApproval;
import dev.holdfast.kernel.wire.Opened;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.Texts;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.change.Changes;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.epoch.EpochState;
import dev.holdfast.vault.epoch.Epochs;
import dev.holdfast.vault.epoch.StoredEpoch;
import dev.holdfast.vault.lock.Lock;
import dev.holdfast.vault.lock.Locks;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.share.Binding;
import dev.holdfast.vault.share.Hpke;
import dev.holdfast.vault.share.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Handing out shares and masks, and what follows: the vault is opened, or re-keyed in panic.
public final class Releases {
  private final Database database;
  private final Requests requests;
  private final Epochs epochs;
  private final Shares shares;
  private final Alarms alarms;
  private final AuditLog log;
  private final Advancing advancing;

  /// Releases of one server.
  public Releases(Database database, Requests requests, Epochs epochs, Shares shares,
      Alarms alarms, AuditLog log, Changes changes) {
    this.database = database;
    this.requests = requests;
    this.epochs = epochs;
    this.shares = shares;
    this.alarms = alarms;
    this.log = log;
    advancing = new Advancing(alarms, log, changes);
  }

  /// Hands out the share, if everything that is required holds now. The release is in the log
  /// before the share leaves.
  ///
  /// @throws RefusedException `waiting`, `vetoed`, `locked`, `factor-missing`, `ended`
  public ReleasedShare release(RequestId id) {
    return database.write(tx -> {
      var request = advancing.advance(tx, Requests.found(tx.db(), id));
      var epoch = Epochs.find(tx.db(), request.vault(), request.epoch()).orElseThrow();
      var facts = new ReleaseFacts(Locks.on(tx.db(), request.vault(), tx.ran()).isPresent(),
          epoch.state());
      return switch (ReleaseRules.decide(request, facts, tx.ran())) {
        case Decision.Refuse(var refusal, var detail, var hint) ->
          throw new RefusedException(refusal, detail, hint);
        case Decision.Release() -> handOut(tx, request, epoch);
      };
    });
  }

  private ReleasedShare handOut(Tx tx, ReleaseRequest request, StoredEpoch epoch) {
    if (request.state() != RequestState.RELEASED) {
      RequestStore.update(tx, request.in(RequestState.RELEASED, tx.ran()));
      log.append(tx, request.vault(), "released", request.id().hex());
      raise(tx, request, AlarmKind.RELEASED);
    }
    var statement = RequestStore.statement(tx.db(), request.id());
    var info = Binding.of("holdfast/v1/released").with(request.id().raw()).bytes();
    var share = shares.share(tx.db(), request.vault(), request.epoch())
        .orElseThrow(() -> new IllegalStateException(
            "the share of vault " + request.vault() + " is missing though its epoch is in force"));
    try (share) {
      byte[] sealed = share.lend(raw -> Hpke.seal(statement.sealingKey(), info, raw));
      return new ReleasedShare(epoch.shareIndex(), Encoded.base64(sealed), epoch.wrappedKey(),
          epoch.commitment(), chains(tx, epoch), epoch.bag(),
          Devices.wire(tx.db(), request.vault()));
    }
  }

  private static List<String> chains(Tx tx, StoredEpoch newest) {
    var chains = new ArrayList<String>();
    for (var epoch : Epochs.all(tx.db(), newest.vault()).reversed())
      if (epoch.number() <= newest.number() && !epoch.chain().isEmpty()) chains.add(epoch.chain());
    return chains;
  }

  private void raise(Tx tx, ReleaseRequest request, AlarmKind kind) {
    alarms.raise(tx, request.vault(),
        new Alarms.Alarm(Optional.of(request.id()), kind, from(tx, request), 0));
  }

  /// Who asked: a device's name, or what the requester claims.
  static String from(Tx tx, ReleaseRequest request) {
    return request.device()
        .flatMap(id -> Devices.find(tx.db(), request.vault(), id))
        .map(StoredDevice::name)
        .orElseGet(
            () -> Texts.clean(RequestStore.statement(tx.db(), request.id()).description()));
  }

  /// A device helps a request with its share of the factor. The server's mask, without which the
  /// share is nothing, is shown in the request's status once its wait is over.
  ///
  /// @throws RefusedException `own-request`, `not-allowed`, `locked`, `vetoed`, `ended`
  public RequestStatus approve(StoredDevice by, RequestId id, NewApproval approval) {
    database.change(tx -> {
      var request = Requests.running(tx.db(), id);
      mayApprove(tx, by, request);
      var share = Encoded.base64(approval.share());
      var signed = Binding.of("holdfast/v1/approve\n")
          .with(id.raw())
          .with(Sha256.over(share).raw())
          .bytes();
      if (!by.key().accepts(signed, Encoded.signature(approval.signature())))
        throw new RefusedException(Refusal.NOT_ALLOWED, "expected the device's own approval");
      RequestStore.approve(tx, id, by.id(), approval.share());
      log.append(tx, request.vault(), "approved", id + " " + by.id());
      alarms.raise(tx, request.vault(), new Alarms.Alarm(Optional.of(id), AlarmKind.APPROVED,
          by.name(), 0));
    });
    return requests.status(id);
  }

  private void mayApprove(Tx tx, StoredDevice by, ReleaseRequest request) {
    if (!by.vault().equals(request.vault()))
      throw new RefusedException(Refusal.NO_SUCH_THING, "no such request");
    if (request.device().filter(by.id()::equals).isPresent())
      throw new RefusedException(Refusal.OWN_REQUEST, "a device cannot approve its own request",
          "approve it from another device, or give the unlock file");
    var epoch = Epochs.find(tx.db(), request.vault(), request.epoch()).orElseThrow();
    if (epoch.state() != EpochState.ACTIVE
        || shares.mask(tx.db(), request.vault(), request.epoch(), by.id()).isEmpty())
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "this device has no share of the factor that the request needs");
    if (Locks.on(tx.db(), request.vault(), tx.ran()).isPresent())
      throw new RefusedException(Refusal.LOCKED, "the vault is locked",
          "unlock it with the factor, or re-key");
    if (request.fast() && !Asking.settled(by, epoch.policy().waiting(), tx.ran()))
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "this device is too new to approve a request that does not wait in full",
          "approve it from a device that was there before, or give the unlock file");
  }

  /// The vault was opened: its code is spent. Said again, it changes nothing.
  ///
  /// @return the vault
  /// @throws RefusedException `not-allowed` if the proof is not the opening key's, `vetoed`,
  ///           `locked`, `waiting` if nothing was released, `ended`
  public VaultId opened(RequestId id, Opened opened) {
    database.change(tx -> {
      var request = Requests.found(tx.db(), id);
      var epoch = Epochs.find(tx.db(), request.vault(), request.epoch()).orElseThrow();
      var signed = Binding.of("holdfast/v1/opened\n").with(id.raw()).bytes();
      if (!epoch.policy().openingKey().accepts(signed, Encoded.signature(opened.proof())))
        throw new RefusedException(Refusal.NOT_ALLOWED, "expected the proof of an opened vault");
      if (request.state() != RequestState.OPENED) open(tx, request, epoch, opened);
      else if (!Epochs.staged(tx.db(), request.vault(), opened.epochs()))
        throw new RefusedException(Refusal.ENDED,
            "the vault was opened already, with other epochs staged",
            "what this call brings counts for nothing; keep the codes of the first one");
    });
    return database.read(db -> Requests.found(db, id).vault());
  }

  private void open(Tx tx, ReleaseRequest request, StoredEpoch epoch, Opened opened) {
    Requests.running(tx.db(), request.id());
    if (request.state() != RequestState.RELEASED)
      throw new RefusedException(Refusal.WAITING, "nothing was released for this request");
    if (epoch.state() != EpochState.ACTIVE)
      throw new RefusedException(Refusal.ENDED, "the request has ended");
    if (Locks.on(tx.db(), request.vault(), tx.ran()).isPresent())
      throw new RefusedException(Refusal.LOCKED, "the vault is locked",
          "unlock it with the factor, or re-key");
    RequestStore.update(tx, request.in(RequestState.OPENED, tx.ran()));
    requests.expire(tx, request.vault(), Optional.of(request.epoch()));
    var added = epochs.open(tx, epoch, opened.epochs(), opened.bag(), opened.device());
    raise(tx, request, AlarmKind.OPENED);
    if (added.isPresent())
      alarms.raise(tx, request.vault(),
          Alarms.Alarm.of(AlarmKind.DEVICE_ADDED, Texts.clean(opened.device().name())));
  }

  /// Panic: the old share is frozen at once and the reserve comes into force. Without a reserve the
  /// vault is locked instead.
  ///
  /// @param epoch the one to be frozen; if it is frozen or destroyed already, nothing changes
  /// @param destroyProof of the reserve's code; empty to freeze only
  /// @throws RefusedException `no-reserve`, `not-allowed` if the proof is wrong
  public void rekey(StoredDevice by, Optional<Integer> epoch, String destroyProof) {
    var vault = by.vault();
    boolean done = database.write(tx -> {
      if (epoch.isPresent() && epoch.get() < Epochs.inForce(tx.db(), vault).number()) return true;
      var frozen = epochs.freeze(tx, vault);
      if (frozen.isEmpty()) {
        lockForWantOfReserve(tx, by);
        return false;
      }
      requests.expire(tx, vault, Optional.of(frozen.get().number()));
      alarms.raise(tx, vault, Alarms.Alarm.of(AlarmKind.REKEYED, by.name()));
      if (!destroyProof.isEmpty())
        epochs.destroyFrozen(tx, vault, frozen.get().number(), destroyProof);
      return true;
    });
    if (!done)
      throw new RefusedException(Refusal.NO_RESERVE,
          "no reserve is left: the vault is locked, and nothing else has changed",
          "open the vault with its code to stage a new reserve, or unlock it with the factor");
  }

  private void lockForWantOfReserve(Tx tx, StoredDevice by) {
    Locks.lock(tx, by.vault(), Lock.Reason.NO_RESERVE, Optional.empty());
    log.append(tx, by.vault(), "locked", by.id().hex());
    alarms.raise(tx, by.vault(), Alarms.Alarm.of(AlarmKind.LOCKED, by.name()));
  }

  /// Destroys the share of a frozen epoch for whoever proves the code of the one after it.
  public void destroy(VaultId vault, int epoch, String proof) {
    database.change(tx -> epochs.destroyFrozen(tx, vault, epoch, proof));
  }
}

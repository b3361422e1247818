package dev.holdfast.vault.release;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.SignalKeyShape;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.kernel.wire.NewRequest;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.Texts;
import dev.holdfast.vault.alarm.Alarms;
import dev.holdfast.vault.alarm.Channels;
import dev.holdfast.vault.database.Database;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.epoch.EpochState;
import dev.holdfast.vault.epoch.Epochs;
import dev.holdfast.vault.epoch.StoredEpoch;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.share.Binding;
import java.time.Duration;
import java.util.Optional;

/// Takes new requests: written down, logged and alarmed in one step, or refused.
final class Asking {
  private static final Duration DAY = Duration.ofHours(24);

  private final Database database;
  private final Alarms alarms;
  private final AuditLog log;
  private final ReleaseTerms terms;

  Asking(Database database, Alarms alarms, AuditLog log, ReleaseTerms terms) {
    this.database = database;
    this.alarms = alarms;
    this.log = log;
    this.terms = terms;
  }

  ReleaseRequest ask(NewRequest wanted, Proofs proofs) {
    var statement = statement(wanted);
    var asked = database.write(tx -> ask(tx, statement, wanted, proofs));
    return asked.orElseThrow(() -> new LimitException(policyOf(statement)));
  }

  private String policyOf(RequestStatement statement) {
    return database.read(db -> Epochs.byTag(db, statement.tag()).orElseThrow().policyBytes());
  }

  private static RequestStatement statement(NewRequest wanted) {
    var bytes = Encoded.base64(wanted.statement());
    var statement = RequestStatement.decode(bytes);
    if (!statement.requestKey().accepts(bytes, Encoded.signature(wanted.signature())))
      throw new RefusedException(Refusal.BAD_REQUEST,
          "expected a statement signed by its own request key");
    if (SignalKeyShape.matches(statement.description())
        || RecoveryCode.parse(statement.description()).isPresent())
      throw new RefusedException(Refusal.SECRET_IN_BODY, "a secret was sent as a description",
          "whoever asked for it wants your chats; do not send it to anybody");
    return statement;
  }

  /// Empty if the vault has had its requests of the day; that is told in the log and by an alarm,
  /// so it must not undo the transaction.
  private Optional<ReleaseRequest> ask(Tx tx, RequestStatement statement, NewRequest wanted,
      Proofs proofs) {
    var again = RequestStore.find(tx.db(), statement.id());
    if (again.isPresent()) return again;
    var epoch = epoch(tx, statement);
    knowsTheCode(epoch, statement, proofs.code());
    boolean proven = proven(epoch, statement, proofs.factor());
    var device = device(tx, epoch, statement, wanted);
    if (!proven && tooMany(tx, epoch)) return Optional.empty();
    var request = request(tx, epoch, statement, device, proven);
    RequestStore.insert(tx, request, statement);
    log.append(tx, epoch.vault(), "requested", request.id() + " " + epoch.number());
    alarms.raise(tx, epoch.vault(), new Alarms.Alarm(Optional.of(request.id()),
        AlarmKind.REQUESTED,
        device.map(StoredDevice::name).orElse(Texts.clean(statement.description())),
        tx.now().toEpochMilli() + request.waiting().toMillis()));
    return Optional.of(request);
  }

  private static StoredEpoch epoch(Tx tx, RequestStatement statement) {
    var epoch = Epochs.byTag(tx.db(), statement.tag())
        .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_VAULT,
            "no vault of this server belongs to that code", "check the code and the server"));
    if (epoch.state() == EpochState.FROZEN || epoch.state() == EpochState.DESTROYED)
      throw new RefusedException(Refusal.CODE_SPENT, "that code is spent",
          "the code of the epoch in force opens the vault");
    return epoch;
  }

  /// The tag alone is no secret: every device, every requester and every copy of the database
  /// has it.
  private static void knowsTheCode(StoredEpoch epoch, RequestStatement statement, String proof) {
    var signed = Binding.of("holdfast/v1/code\n").with(statement.id().raw()).bytes();
    if (proof.isEmpty() || !epoch.policy().codeKey().accepts(signed, Encoded.signature(proof)))
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "expected a request that proves the recovery code");
  }

  private static boolean proven(StoredEpoch epoch, RequestStatement statement, String proof) {
    if (proof.isEmpty()) return false;
    var signed = Binding.of("holdfast/v1/factor\n").with(statement.id().raw()).bytes();
    if (epoch.policy().factorKey().accepts(signed, Encoded.signature(proof))) return true;
    throw new RefusedException(Refusal.WRONG_FACTOR, "that proof is not this vault's factor's");
  }

  private static Optional<StoredDevice> device(Tx tx, StoredEpoch epoch,
      RequestStatement statement, NewRequest wanted) {
    if (statement.device().isEmpty()) return Optional.empty();
    DeviceId id = statement.device().get();
    var device = Devices.find(tx.db(), epoch.vault(), id).filter(found -> !found.revoked());
    var bytes = Encoded.base64(wanted.statement());
    if (device.isEmpty()
        || !device.get().key().accepts(bytes, Encoded.signature(wanted.deviceSignature())))
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "expected a statement that an enrolled device signed as well",
          "ask without a device, and wait as a stranger does");
    return device;
  }

  private boolean tooMany(Tx tx, StoredEpoch epoch) {
    var vault = epoch.vault();
    long dayAgo = tx.ran() - DAY.toMillis();
    if (RequestStore.unprovenSince(tx.db(), vault, dayAgo) < terms.requestsPerDay()) return false;
    int first = tx.db().execute("""
        update vault set limit_alarmed_ran = ?
         where vault = ? and (limit_alarmed_ran < 0 or limit_alarmed_ran <= ?)
        """, tx.ran(), vault.hex(), dayAgo);
    if (first == 1) {
      log.append(tx, vault, "requests-refused", "");
      alarms.raise(tx, vault,
          Alarms.Alarm.of(AlarmKind.REQUESTED, "more requests than a day allows"));
    }
    return true;
  }

  private ReleaseRequest request(Tx tx, StoredEpoch epoch, RequestStatement statement,
      Optional<StoredDevice> device, boolean proven) {
    var policyWait = epoch.policy().waiting();
    boolean fast = device.filter(found -> settled(found, policyWait, tx.ran())).isPresent();
    var wait = terms.wait(policyWait, fast, Channels.confirmed(tx.db(), epoch.vault(), tx.ran()));
    return new ReleaseRequest(statement.id(), epoch.vault(), epoch.number(), RequestState.WAITING,
        tx.now(), tx.ran(), wait, fast, 0, 0, device.map(StoredDevice::id), proven, tx.ran(),
        false);
  }

  /// A device that another one added counts as one only after the policy's wait: else a copied key
  /// could add a second device and approve itself within minutes.
  static boolean settled(StoredDevice device, Duration policyWait, long ran) {
    return device.founding() || ran - device.addedRan() >= policyWait.toMillis();
  }
}

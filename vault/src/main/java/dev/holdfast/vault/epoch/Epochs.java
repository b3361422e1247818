package dev.holdfast.vault.epoch;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.StagedEpoch;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.device.StoredDevice;
import dev.holdfast.vault.lock.Locks;
import dev.holdfast.vault.log.AuditLog;
import dev.holdfast.vault.share.Binding;
import dev.holdfast.vault.share.Shares;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// How a vault moves from epoch to epoch (docs/protocol.md, section 4).
public final class Epochs {
  private final Shares shares;
  private final AuditLog log;
  private final Staging staging;

  /// Epochs of the server with the identity `server`.
  public Epochs(Shares shares, AuditLog log, VerifyKey server, PolicyBounds bounds) {
    this.shares = shares;
    this.log = log;
    staging = new Staging(shares, server, bounds);
  }

  /// The epoch in force.
  ///
  /// @throws RefusedException `no-such-vault`
  public static StoredEpoch inForce(Handle db, VaultId vault) {
    return EpochStore.inForce(db, vault)
        .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_VAULT, "no such vault"));
  }

  /// One epoch.
  public static Optional<StoredEpoch> find(Handle db, VaultId vault, int number) {
    return EpochStore.find(db, vault, number);
  }

  /// The epoch whose code has this tag, in whatever vault.
  public static Optional<StoredEpoch> byTag(Handle db, Sha256 tag) {
    return EpochStore.byTag(db, tag);
  }

  /// All epochs of a vault, the oldest first.
  public static List<StoredEpoch> all(Handle db, VaultId vault) {
    return EpochStore.all(db, vault);
  }

  /// The staged reserve, if there is one.
  public static Optional<StoredEpoch> reserve(Handle db, VaultId vault) {
    return EpochStore.find(db, vault, inForce(db, vault).number() + 1);
  }

  /// Takes in the first two epochs of a new vault and the devices that the first one names.
  ///
  /// @param deviceName of the policy's first device
  public void begin(Tx tx, VaultId vault, List<StagedEpoch> epochs, String deviceName) {
    if (epochs.size() != 2)
      throw new RefusedException(Refusal.BAD_REQUEST, "expected the first epoch and its reserve");
    var first = staging.stage(tx, vault, 1, EpochState.ACTIVE, epochs.get(0),
        new Staging.Ground(Optional.empty(), Optional.empty()));
    if (first.policy().devices().isEmpty())
      throw new RefusedException(Refusal.BAD_REQUEST, "expected a policy with a device");
    var name = deviceName;
    for (var enrolled : first.policy().devices()) {
      Devices.addFounding(tx, vault, enrolled.device(), name);
      name = "";
    }
    staging.stage(tx, vault, 2, EpochState.DORMANT, epochs.get(1),
        new Staging.Ground(Optional.of(first.policy()), Optional.empty()));
    log.append(tx, vault, "enrolled", first.policy().hash().hex());
  }

  /// The vault was opened: its epoch is spent, the next comes into force and another is staged.
  ///
  /// @return the opener, if it is a new device
  public Optional<DeviceCertificate> open(Tx tx, StoredEpoch spent, List<StagedEpoch> staged,
      String bag, NewDevice opener) {
    var vault = spent.vault();
    int next = spent.number() + 1;
    var reserve = EpochStore.find(tx.db(), vault, next);
    if (staged.size() != (reserve.isPresent() ? 1 : 2))
      throw new RefusedException(Refusal.BAD_REQUEST, "expected the epochs that are missing");
    // Without a reserve the opener is certified by a key that comes with the epoch it stages.
    var coming = reserve.orElseGet(() -> staging.stage(tx, vault, next, EpochState.DORMANT,
        staged.get(0), new Staging.Ground(Optional.of(spent.policy()), newcomer(opener))));
    if (reserve.isPresent()) {
      if (bag.isEmpty())
        throw new RefusedException(Refusal.BAD_REQUEST,
            "expected the bag of the epoch that comes into force");
      EpochStore.bag(tx, vault, next, bag);
    }
    activate(tx, coming);
    destroy(tx, vault, spent.number());
    var added = opener.certificate().isEmpty()
        ? Optional.<DeviceCertificate>empty()
        : Optional.of(add(tx, coming, opener));
    staging.stage(tx, vault, next + 1, EpochState.DORMANT, staged.getLast(),
        new Staging.Ground(Optional.of(coming.policy()), Optional.empty()));
    log.append(tx, vault, "opened", spent.number() + " " + next);
    return added;
  }

  /// The device that a certificate of this very call is about to add; that is checked once the
  /// epoch whose key certifies it is staged.
  private static Optional<Device> newcomer(NewDevice opener) {
    return opener.certificate().isEmpty()
        ? Optional.empty()
        : Optional.of(DeviceCertificate.decode(Encoded.base64(opener.certificate())).device());
  }

  /// True if exactly these policies are staged already: the same call was made before.
  public static boolean staged(Handle db, VaultId vault, List<StagedEpoch> epochs) {
    return !epochs.isEmpty() && epochs.stream().allMatch(staged -> {
      int number = Policy.decode(Encoded.base64(staged.policy())).epoch();
      return EpochStore.find(db, vault, number)
          .filter(stored -> stored.policyBytes().equals(staged.policy()))
          .isPresent();
    });
  }

  /// Freezes the epoch in force and lets the reserve come into force.
  ///
  /// @return the frozen epoch, or empty if there is no reserve and nothing changed
  public Optional<StoredEpoch> freeze(Tx tx, VaultId vault) {
    var old = inForce(tx.db(), vault);
    var reserve = EpochStore.find(tx.db(), vault, old.number() + 1);
    if (reserve.isEmpty()) return Optional.empty();
    EpochStore.state(tx, vault, old.number(), EpochState.FROZEN);
    activate(tx, reserve.get());
    Locks.unlock(tx, vault);
    log.append(tx, vault, "rekeyed", old.number() + " " + reserve.get().number());
    return Optional.of(old);
  }

  /// Destroys the share of a frozen epoch for whoever knows the code of the one after it.
  ///
  /// @throws RefusedException `not-allowed` if the proof is another key's, `no-such-thing` if the
  ///           epoch is not frozen
  public void destroyFrozen(Tx tx, VaultId vault, int number, String proof) {
    var frozen = EpochStore.find(tx.db(), vault, number);
    var after = EpochStore.find(tx.db(), vault, number + 1);
    if (frozen.isEmpty() || after.isEmpty())
      throw new RefusedException(Refusal.NO_SUCH_THING, "no such epoch");
    var signed = Binding.of("holdfast/v1/destroy\n").with(vault.raw()).with(number).bytes();
    if (!after.get().policy().codeKey().accepts(signed, Encoded.signature(proof)))
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "expected the proof of the recovery code of epoch " + (number + 1));
    switch (frozen.get().state()) {
      case FROZEN -> destroy(tx, vault, number);
      case DESTROYED -> {
      }
      case ACTIVE, DORMANT -> throw new RefusedException(Refusal.NO_SUCH_THING,
          "that epoch is not frozen", "re-key first");
    }
  }

  /// Adds a device by its certificate.
  ///
  /// @param inForce the epoch in force, whose opening key may certify
  /// @throws RefusedException `not-allowed` if nobody who may has signed it
  public DeviceCertificate add(Tx tx, StoredEpoch inForce, NewDevice wanted) {
    var certificate = DeviceCertificate.decode(Encoded.base64(wanted.certificate()));
    if (!certificate.vault().equals(inForce.vault())
        || certificate.epoch() != inForce.number())
      throw new RefusedException(Refusal.BAD_REQUEST,
          "expected a certificate for this vault and the epoch in force");
    if (!certificate.signedBy(issuerKey(tx.db(), inForce, certificate),
        Encoded.signature(wanted.signature())))
      throw new RefusedException(Refusal.NOT_ALLOWED,
          "expected a certificate signed by an enrolled device");
    Devices.addCertified(tx, certificate, wanted.signature(), wanted.name());
    keepMasks(tx, certificate, wanted);
    log.append(tx, certificate.vault(), "device-added", certificate.device().id().hex());
    return certificate;
  }

  /// Forgets the masks of a device that was revoked: its share of the factor is nothing from
  /// now on.
  public void forgetMasks(Tx tx, VaultId vault, DeviceId device) {
    tx.db().execute("delete from mask where vault = ? and device = ?", vault.hex(), device.hex());
  }

  private static VerifyKey issuerKey(Handle db, StoredEpoch inForce,
      DeviceCertificate certificate) {
    if (certificate.byOpening()) return inForce.policy().openingKey();
    return Devices.find(db, certificate.vault(), certificate.issuer())
        .filter(device -> !device.revoked())
        .map(StoredDevice::key)
        .orElseThrow(() -> new RefusedException(Refusal.NOT_ALLOWED,
            "expected a certificate of an enrolled device"));
  }

  private void keepMasks(Tx tx, DeviceCertificate certificate, NewDevice wanted) {
    var vault = certificate.vault();
    var id = certificate.device().id();
    var own = wanted.masks()
        .stream()
        .collect(
            Collectors.toMap(NewDevice.EpochMask::epoch, NewDevice.EpochMask::sealed, (a, b) -> a));
    for (var leaf : certificate.leaves()) {
      if (!leaf.mask().equals(id) && !leaf.mask().equals(certificate.issuer()))
        throw new RefusedException(Refusal.BAD_REQUEST,
            "expected leaves under the mask of the issuer or of the new device");
      var state = EpochStore.find(tx.db(), vault, leaf.epoch()).map(StoredEpoch::state);
      if (state.filter(s -> s == EpochState.ACTIVE || s == EpochState.DORMANT).isEmpty()) continue;
      var sealed = own.get(leaf.epoch());
      if (leaf.mask().equals(id)) {
        if (sealed != null) staging.keepMask(tx, vault, leaf.epoch(), id, sealed);
        continue;
      }
      shares.mask(tx.db(), vault, leaf.epoch(), leaf.mask()).ifPresent(mask -> {
        try (mask) {
          shares.keepMask(tx, vault, leaf.epoch(), id, mask);
        }
      });
    }
  }

  private static void activate(Tx tx, StoredEpoch epoch) {
    EpochStore.state(tx, epoch.vault(), epoch.number(), EpochState.ACTIVE);
    tx.db()
        .execute("update vault set epoch = ? where vault = ?", epoch.number(),
            epoch.vault().hex());
  }

  private void destroy(Tx tx, VaultId vault, int number) {
    EpochStore.state(tx, vault, number, EpochState.DESTROYED);
    shares.destroy(tx, vault, number);
    log.append(tx, vault, "share-destroyed", Integer.toString(number));
  }
}

package dev.holdfast.client.restore;

import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.archive.store.Seen;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.device.Roster;
import dev.holdfast.client.epoch.Bag;
import dev.holdfast.client.epoch.EpochSecrets;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.epoch.Staged;
import dev.holdfast.client.epoch.Staging;
import dev.holdfast.client.epoch.Succession;
import dev.holdfast.client.epoch.Terms;
import dev.holdfast.client.home.DeviceKeys;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.VaultConfig;
import dev.holdfast.client.release.Opening;
import dev.holdfast.client.release.Release;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.device.DeviceCertificate;
import dev.holdfast.kernel.device.Wrapped;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.Opened;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.kernel.wire.VaultStatus;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// An opened vault on its way to the next epoch: show or keep the new codes first, then [#complete],
/// which spends the old code and makes this machine a device of the vault. Wiped on close.
public final class Handover implements AutoCloseable {
  private final Home home;
  private final Release release;
  private final Opening opening;
  private final ServerInfo server;
  private final SecureRandom random;
  private final DeviceKeys device;
  private final boolean newDevice;
  private final Bag bag;
  private final Optional<Policy> comingPolicy;
  private final Optional<EpochSecrets> coming;
  private final EpochSecrets reserve;

  /// @param release released, lent
  /// @param opening lent
  public Handover(Home home, Release release, Opening opening, SecureRandom random) {
    this.home = home;
    this.release = release;
    this.opening = opening;
    this.random = random;
    server = knownServer(opening.vault().policy(), release.serverInfo());
    if (!opening.vault().reachesTheBeginning()) throw damaged("the whole chain to older epochs");
    bag = opening.vault().bag();
    newDevice = !enrolledHere();
    device = newDevice ? DeviceKeys.random(random) : home.deviceKeys();
    int epoch = opening.vault().policy().epoch();
    comingPolicy = bag.next().map(this::stagedBefore);
    coming = comingPolicy.isPresent()
        ? Optional.empty()
        : Optional.of(EpochSecrets.random(epoch + 1, random));
    reserve = EpochSecrets.random(epoch + 2, random);
  }

  /// True if the home is this vault's and the server has not revoked its device.
  private boolean enrolledHere() {
    if (!home.hasVault() || !home.config().vaultId().equals(release.vault())) return false;
    try (var keys = home.deviceKeys()) {
      var id = keys.id().hex();
      return opening.devices().stream().anyMatch(one -> one.id().equals(id) && !one.revoked());
    }
  }

  /// The policy of the reserve that comes into force, vouched for by the opened epoch.
  private Policy stagedBefore(Bag.Next next) {
    var policy = opening.vault().policy();
    var links = release.reading().policiesAfter(policy.epoch());
    if (!links.isEmpty()) {
      var staged = Succession.after(policy, links.subList(0, 1)).getFirst();
      if (staged.epoch() == next.epoch() && belongs(next, staged)) return staged;
    }
    throw damaged("the reserve that was staged");
  }

  private static boolean belongs(Bag.Next next, Policy staged) {
    try (var factorKey = Keys.factorKey(next.factor())) {
      return staged.recipient().equals(next.identity().publicKey())
          && staged.factorKey().equals(factorKey.verifyKey());
    }
  }

  /// New shares and masks go to the server that the opened policy names and to nobody else.
  private static ServerInfo knownServer(Policy policy, ServerInfo info) {
    if (policy.servers().stream().anyMatch(one -> one.key().hex().equals(info.key()))) return info;
    throw new ClientException(Kind.DAMAGED, "this is not the server that the vault was made with",
        "check the address; ask whoever runs the server");
  }

  private static ClientException damaged(String what) {
    return new ClientException(Kind.DAMAGED, "the server does not show " + what,
        "what was written stays good and so does the code; ask whoever runs the server");
  }

  /// The code that counts from now on, if it is new: without a reserve both codes are. The caller
  /// closes it.
  public Optional<RecoveryCode> newCode() {
    return coming.map(EpochSecrets::recoveryCode);
  }

  /// The new reserve code; the caller closes it.
  public RecoveryCode reserveCode() {
    return reserve.recoveryCode();
  }

  /// Says "opened". From then on the old code is spent, and this home is the vault's.
  ///
  /// @param idKey from the restored snapshot, lent
  /// @param newest to be remembered by the home
  public VaultStatus complete(String deviceName, SecretBytes idKey, Optional<Seen> newest) {
    var staging = new Staging(terms(newDevice), random);
    var staged = new ArrayList<Staged>();
    coming.ifPresent(secrets -> staged.add(new Staging(terms(false), random).stage(secrets,
        bag.unlock(), Optional.of(opening.vault().identity()), Optional.of(reserve))));
    var inForce = coming.map(EpochSecrets::identity)
        .orElseGet(() -> bag.next().orElseThrow().identity());
    staged.add(
        staging.stage(reserve, bag.unlock(), Optional.of(inForce), Optional.empty()));
    var body = new Opened(proof(), staged.stream().map(Staged::wire).toList(),
        coming.isPresent() ? "" : Staging.bag(inForce, bag.unlock(), reserve),
        newDevice
            ? certified(staging, deviceName, inForce)
            : new NewDevice(deviceName, "", "", List.of()));
    keepKeys(idKey, staged);
    var status = send(body, deviceName, newest);
    refuseAnothersHandover(status, staged);
    return status;
  }

  /// Another restore may have been quicker: then its codes count and not these.
  private void refuseAnothersHandover(VaultStatus status, List<Staged> staged) {
    var newReserve = Base64.getEncoder().encodeToString(staged.getLast().policy().encode());
    int inForce = opening.vault().policy().epoch() + 1;
    if (status.epoch() == inForce && status.reserve().equals(newReserve)) return;
    throw new ClientException(Kind.DAMAGED,
        "another restore was quicker: the new codes of this one count for nothing",
        "destroy them, and keep those of the other restore");
  }

  private String proof() {
    try (var seed = opening.vault().identity().seed(); var key = Keys.openingKey(seed)) {
      return HexFormat.of().formatHex(key.sign(Label.opened(release.id())));
    }
  }

  /// @param withThisOne true for the epoch after the one that comes into force: there this machine
  ///          stands in the policy, before that it comes by its certificate
  private Terms terms(boolean withThisOne) {
    var policy = opening.vault().policy();
    var trusted = new ArrayList<Policy>(List.of(policy));
    comingPolicy.ifPresent(trusted::add);
    var roster = Roster.of(policy.vault(), trusted, opening.devices());
    var members = new ArrayList<Terms.Member>();
    for (var one : opening.devices())
      roster.device(new DeviceId(one.id()))
          .ifPresent(known -> members.add(new Terms.Member(known, !one.revoked())));
    if (withThisOne) members.add(new Terms.Member(device.publicHalf(), true));
    return Terms.after(policy, server, members);
  }

  /// This machine's certificate: by the opening key of the epoch that comes into force.
  private NewDevice certified(Staging staging, String name, Identity inForce) {
    var policy = opening.vault().policy();
    int epoch = policy.epoch() + 1;
    var factor = coming.map(EpochSecrets::factor)
        .orElseGet(() -> bag.next().orElseThrow().factor());
    var leaves = new ArrayList<DeviceCertificate.Leaf>();
    var masks = new ArrayList<NewDevice.EpochMask>();
    try (var mask = Keys.random(random); var share = Keys.xor(factor, mask)) {
      var leaf = share.lend(raw -> Hpke.seal(device.publicHalf().sealingKey(),
          Label.deviceLeaf(policy.vault(), epoch), raw));
      leaves.add(new DeviceCertificate.Leaf(epoch, device.id(), Wrapped.of(leaf)));
      masks.add(new NewDevice.EpochMask(epoch, staging.sealedMask(mask, epoch, device.id())));
    }
    var certificate = new DeviceCertificate(policy.vault(), device.id(), true, epoch,
        device.publicHalf(), leaves);
    try (var seed = inForce.seed(); var key = Keys.openingKey(seed)) {
      return new NewDevice(name, Base64.getEncoder().encodeToString(certificate.encode()),
          HexFormat.of().formatHex(certificate.sign(key)), masks);
    }
  }

  /// Before the server hears of it, so that no crash leaves a device without its keys.
  private void keepKeys(SecretBytes idKey, List<Staged> staged) {
    if (!home.hasVault()) home.startOver();
    if (newDevice) home.keepNext(device);
    home.keepIdKey(idKey);
    home.keep(opening.vault().policy());
    comingPolicy.ifPresent(home::keep);
    staged.forEach(one -> home.keep(one.policy()));
  }

  private VaultStatus send(Opened body, String deviceName, Optional<Seen> newest) {
    try {
      var status = release.opened(body);
      keepConfig(deviceName, newest, status.channelsConfirmed());
      home.forget(release.id());
      return status;
    } catch (ClientException e) {
      // Whether the server has heard is unknown; if it has, this home is all there is.
      if (e.kind() == Kind.UNREACHABLE) keepConfig(deviceName, newest, 0);
      throw e;
    }
  }

  private void keepConfig(String deviceName, Optional<Seen> newest, int channels) {
    if (newDevice) home.useNext();
    newest.ifPresent(
        seen -> home.see(before -> before.withSnapshot(seen.sequence(), seen.id().hex())));
    if (newDevice)
      home.keep(new VaultConfig(release.serverUrl(), release.vault().hex(), deviceName,
          server.key(), server.loopback(), channels, List.of()));
  }

  @Override
  public void close() {
    device.close();
    bag.close();
    coming.ifPresent(EpochSecrets::close);
    reserve.close();
  }
}

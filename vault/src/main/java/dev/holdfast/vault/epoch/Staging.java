package dev.holdfast.vault.epoch;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.device.Device;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.StagedEpoch;
import dev.holdfast.vault.Encoded;
import dev.holdfast.vault.Refusal;
import dev.holdfast.vault.RefusedException;
import dev.holdfast.vault.database.Tx;
import dev.holdfast.vault.device.Devices;
import dev.holdfast.vault.share.Binding;
import dev.holdfast.vault.share.Shares;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes in an epoch that a client made: checks everything a server can check, and keeps it.
final class Staging {
  private static final Pattern WRAPPED_KEY = Pattern.compile("[0-9a-f]{96}");
  private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

  private final Shares shares;
  private final VerifyKey server;
  private final PolicyBounds bounds;

  Staging(Shares shares, VerifyKey server, PolicyBounds bounds) {
    this.shares = shares;
    this.server = server;
    this.bounds = bounds;
  }

  /// What a new epoch stands on.
  ///
  /// @param before the policy of the epoch before, unless this is the first
  /// @param newcomer a device that is added by the same call
  record Ground(Optional<Policy> before, Optional<Device> newcomer) {}

  StoredEpoch stage(Tx tx, VaultId vault, int number, EpochState state, StagedEpoch staged,
      Ground ground) {
    var policy = policy(vault, number, staged, ground.before());
    int index = index(policy);
    if (EpochStore.find(tx.db(), vault, number).isPresent()
        || EpochStore.byTag(tx.db(), policy.tag()).isPresent())
      throw refused("an epoch and a tag that are not in use yet");
    var epoch = new StoredEpoch(vault, number, state, policy, staged.signature(), index,
        matching(WRAPPED_KEY, staged.wrappedKey()), matching(COMMITMENT, staged.commitment()),
        staged.chain(), staged.bag());
    if (number > 1) knownDevices(tx, policy, ground.newcomer());
    shares.open(vault, number);
    try (var share = receiveShare(policy, index, staged)) {
      EpochStore.insert(tx, epoch, shares.sealed(vault, number, share));
    }
    keepMasks(tx, policy, staged);
    return epoch;
  }

  private Policy policy(VaultId vault, int number, StagedEpoch staged, Optional<Policy> before) {
    var policy = Policy.decode(Encoded.base64(staged.policy()));
    if (!policy.vault().equals(vault) || policy.epoch() != number)
      throw refused("a policy of this vault and epoch " + number);
    bounds.check(policy);
    before.ifPresent(earlier -> {
      var signed = Binding.of("holdfast/v1/policy\n").with(policy.hash().raw()).bytes();
      if (!earlier.openingKey().accepts(signed, Encoded.signature(staged.signature())))
        throw refused("a policy signed by the opening key of the epoch before");
    });
    return policy;
  }

  private int index(Policy policy) {
    for (int i = 0; i < policy.servers().size(); i++)
      if (policy.servers().get(i).key().equals(server)) return i + 1;
    throw refused("a policy that names this server");
  }

  private SecretBytes receiveShare(Policy policy, int index, StagedEpoch staged) {
    var info = Binding.of("holdfast/v1/share")
        .with(policy.vault().raw())
        .with(policy.epoch())
        .with(policy.hash().raw())
        .bytes();
    var share = shares.receive("share", info, Encoded.base64(staged.share()));
    var expected = policy.servers().get(index - 1).shareHash();
    if (share.lend(raw -> shareHash(policy.epoch(), index, raw)).equals(expected)) return share;
    share.close();
    throw refused("a share with the hash that the policy names");
  }

  private static Sha256 shareHash(int epoch, int index, byte[] share) {
    return Sha256.over("share".getBytes(StandardCharsets.US_ASCII),
        ByteBuffer.allocate(5).putInt(epoch).put((byte) index).array(), share);
  }

  /// Later policies add nobody and revive nobody: their devices are here already.
  private static void knownDevices(Tx tx, Policy policy, Optional<Device> newcomer) {
    for (var enrolled : policy.devices()) {
      if (newcomer.filter(enrolled.device()::equals).isPresent()) continue;
      var known = Devices.find(tx.db(), policy.vault(), enrolled.device().id())
          .filter(device -> device.device().equals(enrolled.device()));
      if (known.isEmpty()) throw refused("a policy whose devices are enrolled");
    }
  }

  private void keepMasks(Tx tx, Policy policy, StagedEpoch staged) {
    Map<DeviceId, String> sealed = new HashMap<>();
    staged.masks().forEach(mask -> sealed.put(new DeviceId(mask.device()), mask.sealed()));
    for (var enrolled : policy.devices()) {
      if (enrolled.share().raw().length == 0) continue;
      var id = enrolled.device().id();
      var mask = sealed.get(id);
      if (mask == null) throw refused("a mask for each device with a share");
      keepMask(tx, policy.vault(), policy.epoch(), id, mask);
    }
  }

  void keepMask(Tx tx, VaultId vault, int epoch, DeviceId device, String sealed) {
    var info = Binding.of("holdfast/v1/mask")
        .with(vault.raw())
        .with(epoch)
        .with(device.raw())
        .bytes();
    try (var mask = shares.receive("mask", info, Encoded.base64(sealed))) {
      shares.keepMask(tx, vault, epoch, device, mask);
    }
  }

  private static String matching(Pattern shape, String value) {
    if (!shape.matcher(value).matches()) throw refused("a wrapped key and its commitment");
    return value;
  }

  private static RefusedException refused(String expected) {
    return new RefusedException(Refusal.BAD_REQUEST, "expected " + expected);
  }
}

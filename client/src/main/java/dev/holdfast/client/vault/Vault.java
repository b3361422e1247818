package dev.holdfast.client.vault;

import dev.holdfast.archive.store.Chain;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.device.Roster;
import dev.holdfast.client.epoch.Succession;
import dev.holdfast.client.home.DeviceKeys;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.VaultConfig;
import dev.holdfast.client.server.Caller;
import dev.holdfast.client.server.Server;
import dev.holdfast.client.server.ServerObjects;
import dev.holdfast.client.server.StateMemory;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.wire.VaultStatus;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.Optional;

/// The vault of a home, with its device's keys open; close it soon.
///
/// What it hands out is lent and lives as long as it does.
public final class Vault implements AutoCloseable {
  private final Home home;
  private final Clock clock;
  private final SecureRandom random;
  private final DeviceKeys keys;
  private final Server server;
  private final VaultCalls calls;
  private VaultConfig config;

  private Vault(Home home, Clock clock, SecureRandom random) {
    this.home = home;
    this.clock = clock;
    this.random = random;
    config = home.config();
    keys = home.deviceKeys();
    server = Server.at(config.server(), clock, random, new HomeMemory(home));
    calls = new VaultCalls(server, Caller.device(keys.id(), keys.signing()), config.vaultId());
  }

  /// @throws ClientException ABSENT if the home has no vault
  public static Vault open(Home home, Clock clock, SecureRandom random) {
    return new Vault(home, clock, random);
  }

  /// A line to a server from a machine that may not know it: what the home remembers of its own
  /// server counts only there.
  public static Server line(Home home, String url, Clock clock, SecureRandom random) {
    var stranger = Server.at(url, clock, random, StateMemory.NONE);
    if (!home.hasVault() || !home.config().server().equals(stranger.url())) return stranger;
    stranger.close();
    return Server.at(url, clock, random, new HomeMemory(home));
  }

  /// How the vault is. Follows it to a later epoch, if what leads there is vouched for.
  public VaultStatus status() {
    var status = calls.status();
    follow(status);
    if (status.channelsConfirmed() != config.channels()) {
      config = config.withChannels(status.channelsConfirmed());
      home.keep(config);
    }
    return status;
  }

  private void follow(VaultStatus status) {
    var trusted = home.policies();
    int newest = status.epoch() + (status.reserve().isEmpty() ? 0 : 1);
    if (newest > trusted.lastKey())
      Succession.after(trusted.lastEntry().getValue(), calls.policiesAfter(trusted.lastKey()))
          .forEach(home::keep);
  }

  /// Keeps that the owner has answered a question about Signal's own copies.
  public void answer(String question) {
    config = config.answering(question);
    home.keep(config);
  }

  /// The policy of the epoch in force.
  ///
  /// @throws ClientException DAMAGED if the server names an epoch that this home cannot follow to
  public Policy policy(VaultStatus status) {
    if (status.epoch() < home.seen().epoch())
      throw new ClientException(Kind.DAMAGED,
          "the server names epoch " + status.epoch() + ", which this home has seen replaced",
          "do not back up to it; ask whoever runs the server");
    var policy = home.policies().get(status.epoch());
    if (policy == null)
      throw new ClientException(Kind.DAMAGED,
          "the server names epoch " + status.epoch() + ", to which nothing that is trusted leads",
          "ask whoever runs the server");
    home.see(seen -> seen.withEpoch(status.epoch()));
    return policy;
  }

  /// The policies this home trusts, by epoch.
  public NavigableMap<Integer, Policy> policies() {
    return home.policies();
  }

  /// Whose manifests count.
  public Roster roster(VaultStatus status) {
    return Roster.of(id(), home.policies().values(), status.devices());
  }

  /// The vault's chain of manifests, checked against what this home has seen.
  public Chain chain(VaultStatus status) {
    var seen = home.seen();
    Optional<dev.holdfast.archive.store.Seen> pin = seen.sequence() == 0
        ? Optional.empty()
        : Optional.of(new dev.holdfast.archive.store.Seen(seen.sequence(),
            new SnapshotId(seen.snapshot())));
    var chain = Archive.asking(() -> Chain.read(objects(), id(), roster(status), pin));
    chain.seen()
        .ifPresent(newest -> home.see(
            before -> before.withSnapshot(newest.sequence(), newest.id().hex())));
    return chain;
  }

  /// Its id.
  public VaultId id() {
    return config.vaultId();
  }

  /// What the home knows of it.
  public VaultConfig config() {
    return config;
  }

  /// Where it is kept on this machine.
  public Home home() {
    return home;
  }

  /// This device's keys; lent.
  public DeviceKeys keys() {
    return keys;
  }

  /// Its server.
  public Server server() {
    return server;
  }

  /// The calls of this device.
  public VaultCalls calls() {
    return calls;
  }

  /// Its objects and manifests.
  public ServerObjects objects() {
    return new ServerObjects(calls);
  }

  /// The time.
  public Clock clock() {
    return clock;
  }

  /// Where new keys come from.
  public SecureRandom random() {
    return random;
  }

  @Override
  public void close() {
    server.close();
    keys.close();
  }
}

package dev.holdfast.client.enrol;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.draft.Lesson;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.client.epoch.EpochSecrets;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.epoch.Staged;
import dev.holdfast.client.epoch.Staging;
import dev.holdfast.client.epoch.Terms;
import dev.holdfast.client.home.DeviceKeys;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.VaultConfig;
import dev.holdfast.client.server.Caller;
import dev.holdfast.client.server.Server;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.code.UnlockCode;
import dev.holdfast.kernel.device.SealingKey;
import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.kernel.wire.VaultStatus;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A vault that is made but not yet at the server: show or keep its three codes first, then
/// [#complete]. Whoever loses them loses the vault. Wiped on close.
public final class Enrolment implements AutoCloseable {
  private final Home home;
  private final Wish wish;
  private final Server server;
  private final ServerInfo info;
  private final VaultId vault;
  private final DeviceKeys device;
  private final SecretBytes idKey;
  private final SecretBytes unlock;
  private final EpochSecrets first;
  private final EpochSecrets reserve;
  private final SecureRandom random;

  /// What the owner asks for.
  ///
  /// @param server its address
  /// @param deviceName how people call this machine
  /// @param waiting how long a stranger's request waits; the server's suggestion if empty
  /// @param invite the server's invitation; empty on loopback
  public record Wish(String server, String deviceName, Optional<Duration> waiting, String invite) {}

  private Enrolment(Home home, Wish wish, Server server, SecureRandom random) {
    this.home = home;
    this.wish = wish;
    this.server = server;
    this.random = random;
    info = server.info();
    vault = VaultId.random(random);
    device = DeviceKeys.random(random);
    idKey = Keys.random(random);
    unlock = Keys.random(random);
    first = EpochSecrets.random(1, random);
    reserve = EpochSecrets.random(2, random);
  }

  /// Makes the keys; nothing is sent or written yet.
  ///
  /// @throws ClientException REFUSED if the home has a vault already
  public static Enrolment prepare(Home home, Wish wish, Clock clock, SecureRandom random) {
    if (home.hasVault())
      throw new ClientException(Kind.REFUSED, "there is a vault in " + home.folder() + " already",
          "name another home with --home, or see it with \"holdfast status\"");
    return new Enrolment(home, wish, Vault.line(home, wish.server(), clock, random), random);
  }

  /// The code that opens the vault, together with the unlock code; the caller closes it.
  public RecoveryCode recoveryCode() {
    return first.recoveryCode();
  }

  /// The code that counts once the first one is spent or the vault was re-keyed; the caller
  /// closes it.
  public RecoveryCode reserveCode() {
    return reserve.recoveryCode();
  }

  /// The second factor, for all epochs; the caller closes it.
  public UnlockCode unlockCode() {
    return new UnlockCode(unlock.copy());
  }

  /// Makes the vault at the server and this machine its first device.
  public VaultStatus complete() {
    var staging = new Staging(terms(), random);
    var one = staging.stage(first, unlock, Optional.empty(), Optional.of(reserve));
    var two = staging.stage(reserve, unlock, Optional.of(first.identity()), Optional.empty());
    keepKeys(one, two);
    var lessons = lessons();
    var calls = new VaultCalls(server, Caller.device(device.id(), device.signing()), vault);
    var status = calls.make(new NewVault(vault.hex(), wish.invite(), wish.deviceName(),
        List.of(one.wire(), two.wire())));
    home.keep(new VaultConfig(server.url(), vault.hex(), wish.deviceName(), info.key(),
        info.loopback(), status.channelsConfirmed(), List.of()));
    lessons.forEach(Lesson::keep);
    return status;
  }

  /// So that the guard recognises both codes on their way out.
  private List<Lesson> lessons() {
    var secrets = new OwnSecrets(home, random);
    try (var code = recoveryCode(); var reserveCode = reserveCode()) {
      return List.of(secrets.begin(code), secrets.begin(reserveCode));
    }
  }

  /// Before the server hears of the vault, so that no crash leaves one that no machine can reach.
  private void keepKeys(Staged one, Staged two) {
    home.startOver();
    home.keep(device);
    home.keepIdKey(idKey);
    home.keep(one.policy());
    home.keep(two.policy());
  }

  /// How long a stranger's request will wait.
  public Duration waiting() {
    return wish.waiting().orElse(Duration.ofSeconds(info.waitSeconds()));
  }

  private Terms terms() {
    return new Terms(vault, waiting(),
        Duration.ofSeconds(info.lockSeconds()), new VerifyKey(info.key()),
        new SealingKey(info.sealingKey()), List.of(new Terms.Member(device.publicHalf(), true)));
  }

  @Override
  public void close() {
    server.close();
    device.close();
    idKey.close();
    unlock.close();
    first.close();
    reserve.close();
  }
}

package dev.holdfast.client.join;

import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.home.DeviceKeys;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.VaultConfig;
import dev.holdfast.client.server.Caller;
import dev.holdfast.client.server.Server;
import dev.holdfast.client.server.StateMemory;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.wire.JoinBox;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/// The new machine's side of an invitation: show the [#phrase], then [#complete].
public final class Joining implements AutoCloseable {
  private final Home home;
  private final Invitation invitation;
  private final DeviceKeys keys;
  private final Server server;
  private final SigningKey joinKey;
  private final Mailbox mailbox;

  /// @param invitation lent
  /// @throws ClientException REFUSED if the home has a vault already
  public Joining(Home home, Invitation invitation, Clock clock, SecureRandom random) {
    if (home.hasVault())
      throw new ClientException(Kind.REFUSED, "there is a vault in " + home.folder() + " already",
          "name another home with --home");
    this.home = home;
    this.invitation = invitation;
    keys = DeviceKeys.random(random);
    server = Server.at(invitation.server(), clock, random, StateMemory.NONE);
    joinKey = Keys.joinKey(invitation.secret());
    var caller = new Caller(invitation.join().substring(0, 32), joinKey, false);
    mailbox = new Mailbox(new VaultCalls(server, caller, invitation.vault()), invitation, random);
  }

  /// Eighteen digits that the inviting machine has to show as well.
  public String phrase() {
    return invitation.phrase(keys.signing().verifyKey());
  }

  /// Answers the invitation and waits until it is admitted.
  ///
  /// @param name how people call this machine
  /// @throws ClientException ABSENT once the ten minutes are over
  public void complete(String name) {
    mailbox.leave(new JoinRequest(keys.publicHalf(), name).encode());
    var plain = mailbox.await(JoinBox::answer);
    try (var answer = JoinAnswer.decode(plain)) {
      keep(answer, name);
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.DAMAGED, "the inviting machine answered something else", "");
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private void keep(JoinAnswer answer, String name) {
    home.startOver();
    home.keep(keys);
    home.keepIdKey(answer.idKey());
    answer.policies().forEach(home::keep);
    if (answer.sequence() > 0)
      home.see(seen -> seen.withSnapshot(answer.sequence(), answer.snapshot().hex()));
    home.keep(new VaultConfig(server.url(), invitation.vault().hex(), name,
        answer.serverKey().hex(), answer.loopback(), 0, List.of()));
  }

  @Override
  public void close() {
    keys.close();
    joinKey.close();
    server.close();
  }
}

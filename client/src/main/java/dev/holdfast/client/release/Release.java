package dev.holdfast.client.release;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Factor;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.epoch.OpenVault;
import dev.holdfast.client.home.OpenRequest;
import dev.holdfast.client.server.Caller;
import dev.holdfast.client.server.RequestCalls;
import dev.holdfast.client.server.Server;
import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.wire.Opened;
import dev.holdfast.kernel.wire.ReleasedShare;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.ServerInfo;
import dev.holdfast.kernel.wire.VaultStatus;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// One release request of this machine, from its first step to the opened vault; close it soon.
public final class Release implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final OpenRequest request;
  private final RequestCalls calls;
  private final Server server;
  private RequestStatus status;

  /// @param server lent
  /// @param request owned from now on
  /// @param status as the server gave it last
  Release(Server server, OpenRequest request, RequestStatus status) {
    this.server = server;
    this.request = request;
    this.status = status;
    calls = new RequestCalls(server, Caller.request(request.id(), request.signing()), request.id());
  }

  /// Its name.
  public RequestId id() {
    return request.id();
  }

  /// How it stood when the server last said.
  public RequestStatus status() {
    return status;
  }

  /// The state in which it stood then.
  ///
  /// @throws ClientException DAMAGED if the server names one that does not exist
  public RequestState state() {
    try {
      return RequestState.valueOf(status.state());
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.DAMAGED, "the server names a state that does not exist",
          "update holdfast");
    }
  }

  /// The policy under which it waits, checked against the code's tag.
  ///
  /// @throws ClientException DAMAGED if it is not the code's
  public Policy policy() {
    try {
      var policy = Policy.decode(Base64.getDecoder().decode(status.policy()));
      if (policy.tag().equals(request.statement().tag()) && policy.epoch() == status.epoch()
          && policy.vault().hex().equals(status.vault())) return policy;
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw new ClientException(Kind.DAMAGED, "the server shows a policy that is not this code's",
        "ask whoever runs the server");
  }

  /// The vault.
  public VaultId vault() {
    return policy().vault();
  }

  /// Asks the server how it stands.
  public RequestStatus refresh() {
    status = calls.status();
    return status;
  }

  /// Waits until something changes.
  ///
  /// @param patience at most 30 s
  public RequestStatus await(Duration patience) {
    status = calls.change(patience);
    return status;
  }

  /// F from the unlock secret; empty if it is not this vault's. The caller closes it.
  public Optional<SecretBytes> factorByUnlock(SecretBytes unlock) {
    return Factor.byUnlock(policy(), unlock);
  }

  /// F from another device's approval, if one has come. The caller closes it.
  public Optional<SecretBytes> factorByApproval() {
    try (var identity = new Identity(request.sealing().copy())) {
      return Factor.byApproval(policy(), id(), identity, status.approvals());
    }
  }

  /// Proves F to the server.
  ///
  /// @param factor lent
  public RequestStatus prove(SecretBytes factor) {
    status = calls.prove(proof(factor, id()));
    return status;
  }

  private String proof(RecoveryCode code) {
    try (var key = Keys.codeKey(code.secret())) {
      return HexFormat.of().formatHex(key.sign(Label.code(id())));
    }
  }

  static String proof(SecretBytes factor, RequestId request) {
    try (var key = Keys.factorKey(factor)) {
      return HexFormat.of().formatHex(key.sign(Label.factor(request)));
    }
  }

  /// Fetches the share and opens the vault. It may be repeated until the vault is handed over.
  ///
  /// @param code lent
  /// @param factor F, lent
  public Opening open(RecoveryCode code, SecretBytes factor) {
    var released = calls.release(proof(code));
    try (var share = share(released)) {
      return new Opening(OpenVault.open(policy(), code.secret(), factor, share, released),
          released.devices());
    }
  }

  private SecretBytes share(ReleasedShare released) {
    try (var identity = new Identity(request.sealing().copy())) {
      return Hpke.openSecret(identity, Label.released(id()),
          Base64.getDecoder().decode(released.share()));
    } catch (ArchiveException | IllegalArgumentException e) {
      throw new ClientException(Kind.DAMAGED, "the release share is not sealed to this request",
          "ask whoever runs the server");
    }
  }

  /// The calls about the vault that a released request may make; reading only.
  public VaultCalls reading() {
    return new VaultCalls(server, Caller.request(id(), request.signing()), vault());
  }

  /// Says that the vault was opened. An answer that gets lost is asked for again with the same
  /// words.
  public VaultStatus opened(Opened opened) {
    for (int attempt = 1;; attempt++)
      try {
        return calls.opened(opened);
      } catch (ClientException e) {
        if (e.kind() != Kind.UNREACHABLE || attempt == ATTEMPTS) throw e;
        pause();
      }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException(Kind.BUG, "the call was interrupted", "", e);
    }
  }

  /// What the server says about itself.
  public ServerInfo serverInfo() {
    return server.info();
  }

  /// Where the request was made.
  public String serverUrl() {
    return server.url();
  }

  @Override
  public void close() {
    request.close();
  }
}

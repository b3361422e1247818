package dev.holdfast.client.release;

import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Factor;
import dev.holdfast.client.epoch.Keys;
import dev.holdfast.client.home.DeviceKeys;
import dev.holdfast.client.home.Home;
import dev.holdfast.client.home.OpenRequest;
import dev.holdfast.client.server.Caller;
import dev.holdfast.client.server.RequestCalls;
import dev.holdfast.client.server.Server;
import dev.holdfast.client.server.ServerRefusal;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SigningKey;
import dev.holdfast.kernel.code.RecoveryCode;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.kernel.wire.NewRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The release requests of this machine: made, kept in the home, and found again.
public final class Releases {
  private static final int DESCRIPTION = 200;

  private final Home home;
  private final Server server;
  private final SecureRandom random;

  /// @param server lent
  public Releases(Home home, Server server, SecureRandom random) {
    this.home = home;
    this.server = server;
    this.random = random;
  }

  /// Asks for the vault of this code to be opened: from now on the alarm is out. A request of this
  /// machine with the same code that still runs is gone on with instead.
  ///
  /// @param code lent
  /// @param description how this machine calls itself to the owner
  /// @throws ServerRefusal `code-spent`, `no-such-vault`, `too-many-requests` among others
  public Release ask(RecoveryCode code, String description) {
    var tag = Keys.tag(code.secret());
    var running = running(tag);
    return running.isPresent() ? running.get() : fresh(tag, description, Optional.empty());
  }

  /// The same with the factor proved from the start: never refused for the number of others.
  ///
  /// @param code lent
  /// @param policy of the code's epoch
  /// @param unlock U, lent
  /// @throws ClientException NOT_ALLOWED if it is not this vault's unlock secret
  public Release askProven(RecoveryCode code, String description, Policy policy,
      SecretBytes unlock) {
    try (
        var factor = Factor.byUnlock(policy, unlock)
            .orElseThrow(
                () -> new ClientException(Kind.NOT_ALLOWED, "this is not the vault's unlock code",
                    "take the second sheet, or the file that was made with the vault"))) {
      return fresh(Keys.tag(code.secret()), description, Optional.of(factor));
    }
  }

  /// The kept request with this name.
  ///
  /// @throws ClientException ABSENT if this machine has made none that begins so
  public Release continued(String begin) {
    var found = kept(request -> request.id().hex().startsWith(begin));
    if (found.size() == 1) return with(found.getFirst());
    found.forEach(OpenRequest::close);
    throw new ClientException(Kind.ABSENT,
        found.isEmpty()
            ? "this machine has made no such release request"
            : "more than one release request begins so",
        "see them with \"holdfast release list\"");
  }

  /// Forgets a request that has ended.
  public void forget(RequestId request) {
    home.forget(request);
  }

  private Optional<Release> running(Sha256 tag) {
    var found = kept(request -> request.statement().tag().equals(tag)
        && request.server().equals(server.url()));
    Optional<Release> running = Optional.empty();
    for (var request : found)
      if (running.isEmpty()) running = stillRunning(request);
      else request.close();
    return running;
  }

  private Optional<Release> stillRunning(OpenRequest request) {
    try {
      var release = with(request);
      if (!release.state().ended()) return Optional.of(release);
    } catch (ServerRefusal e) {
      // The server does not know it any more: forgotten below, like one that has ended.
    }
    home.forget(request.id());
    request.close();
    return Optional.empty();
  }

  private Release with(OpenRequest request) {
    var calls = new RequestCalls(server, Caller.request(request.id(), request.signing()),
        request.id());
    return new Release(server, request, calls.status());
  }

  private List<OpenRequest> kept(Predicate<OpenRequest> wanted) {
    var found = new ArrayList<OpenRequest>();
    for (var request : home.requests())
      if (wanted.test(request)) found.add(request);
      else request.close();
    return found;
  }

  private Release fresh(Sha256 tag, String description, Optional<SecretBytes> factor) {
    if (!home.hasVault() || !home.config().server().equals(server.url()))
      return send(request(tag, description, Optional.empty()), Optional.empty(), factor);
    try (var keys = home.deviceKeys()) {
      return send(request(tag, description, Optional.of(keys)), Optional.of(keys), factor);
    }
  }

  private OpenRequest request(Sha256 tag, String description, Optional<DeviceKeys> device) {
    var signing = SigningKey.random(random);
    var sealing = Keys.random(random);
    var nonce = new byte[RequestId.BYTES];
    random.nextBytes(nonce);
    try (var identity = new Identity(sealing.copy())) {
      var statement = new RequestStatement(tag, signing.verifyKey(), identity.publicKey(),
          device.map(DeviceKeys::id), shortened(description), RequestId.of(nonce));
      return new OpenRequest(server.url(), statement, signing, sealing);
    }
  }

  /// Kept before it is sent: an answer that is lost must not lose the request.
  private Release send(OpenRequest request, Optional<DeviceKeys> device,
      Optional<SecretBytes> factor) {
    home.keep(request);
    var calls = new RequestCalls(server, Caller.request(request.id(), request.signing()),
        request.id());
    try {
      var body = body(request, device);
      var status = factor.isPresent()
          ? calls.ask(body, Release.proof(factor.get(), request.id()))
          : calls.ask(body);
      return new Release(server, request, status);
    } catch (ServerRefusal e) {
      home.forget(request.id());
      request.close();
      throw e;
    }
  }

  private static NewRequest body(OpenRequest request, Optional<DeviceKeys> device) {
    var statement = request.statement().encode();
    var hex = HexFormat.of();
    return new NewRequest(Base64.getEncoder().encodeToString(statement),
        hex.formatHex(request.signing().sign(statement)),
        device.map(keys -> hex.formatHex(keys.signing().sign(statement))).orElse(""));
  }

  private static String shortened(String description) {
    return description.length() <= DESCRIPTION ? description : description.substring(0, DESCRIPTION);
  }
}

package dev.holdfast.client.release;

import dev.holdfast.archive.seal.Hpke;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.epoch.Label;
import dev.holdfast.client.epoch.Phrase;
import dev.holdfast.client.vault.Vault;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.policy.Policy;
import dev.holdfast.kernel.release.RequestStatement;
import dev.holdfast.kernel.wire.NewApproval;
import dev.holdfast.kernel.wire.RequestStatus;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.nio.charset.StandardCharsets;

/// What an enrolled device may do about the requests of others: see, object, help.
public final class Requests {
  private final Vault vault;

  /// @param vault lent
  public Requests(Vault vault) {
    this.vault = vault;
  }

  /// All requests, newest first.
  public List<RequestStatus> all() {
    return vault.calls().requests();
  }

  /// The request whose id begins so.
  ///
  /// @param begin hex digits; `latest` for the newest
  /// @throws ClientException ABSENT if there is none, or more than one
  public RequestStatus named(String begin) {
    var all = all();
    if (begin.equals("latest") && !all.isEmpty()) return all.getFirst();
    var found = all.stream().filter(one -> one.request().startsWith(begin)).toList();
    if (found.size() == 1) return found.getFirst();
    throw new ClientException(Kind.ABSENT,
        found.isEmpty()
            ? "there is no release request " + begin
            : "more than one release request begins with " + begin,
        "see them with \"holdfast release list\"");
  }

  /// What the requester said about itself, checked against the request's id.
  ///
  /// @throws ClientException DAMAGED if it is not what was asked
  public static RequestStatement statement(RequestStatus status) {
    try {
      var statement = RequestStatement.decode(Base64.getDecoder().decode(status.statement()));
      if (statement.id().hex().equals(status.request())) return statement;
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw new ClientException(Kind.DAMAGED, "the release request is not what its id says",
        "do not approve it; ask whoever runs the server");
  }

  /// Eighteen digits that both machines can show, so that people compare them by voice.
  public static String phrase(RequestId request) {
    var hash = Sha256.over("holdfast/v1/phrase\n".getBytes(StandardCharsets.UTF_8),
        request.raw());
    return Phrase.of(hash);
  }

  /// Objects: the request ends and the vault is locked for a while.
  public RequestStatus veto(RequestStatus request) {
    return vault.calls().veto(new RequestId(request.request()));
  }

  /// Sends this device's share of the factor to the requester.
  ///
  /// @throws ClientException ABSENT if this device holds no share for the request's epoch
  public RequestStatus approve(RequestStatus request) {
    var statement = statement(request);
    var id = statement.id();
    var status = vault.status();
    try (
        var share = new Leaves(vault, status).of(policy(request))
            .orElseThrow(() -> nothingFor(request))) {
      var sealed = share.lend(raw -> Hpke.seal(statement.sealingKey(), Label.approval(id), raw));
      var signature = vault.keys().signing().sign(Label.approve(id, sealed));
      return vault.calls()
          .approve(id, new NewApproval(Base64.getEncoder().encodeToString(sealed),
              HexFormat.of().formatHex(signature)));
    }
  }

  private Policy policy(RequestStatus request) {
    var policy = vault.policies().get(request.epoch());
    if (policy == null) throw nothingFor(request);
    return policy;
  }

  private static ClientException nothingFor(RequestStatus request) {
    return new ClientException(Kind.ABSENT,
        "this device holds no share of the factor for epoch " + request.epoch(),
        "approve it on another device, or use the unlock code");
  }
}

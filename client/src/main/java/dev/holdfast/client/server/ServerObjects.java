package dev.holdfast.client.server;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.store.ObjectStore;
import dev.holdfast.archive.store.OtherContentException;
import dev.holdfast.archive.store.Publication;
import dev.holdfast.archive.store.SignedManifest;
import dev.holdfast.archive.store.StoredManifest;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.Json;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.manifest.OuterManifest;
import dev.holdfast.kernel.manifest.SealedObject;
import dev.holdfast.kernel.wire.NewSnapshot;
import dev.holdfast.kernel.wire.StoredSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A vault's objects and manifests as its server keeps them (docs/protocol.md, section 7).
///
/// A transfer that breaks off is taken up where it stopped, some times within one call and again by
/// the next call for the same object.
public final class ServerObjects implements ObjectStore {
  private final VaultCalls calls;
  private final Transfer transfer;

  /// @param calls lent
  public ServerObjects(VaultCalls calls) {
    this.calls = calls;
    transfer = new Transfer(calls);
  }

  @Override
  public Optional<SealedObject> find(ObjectName name) throws IOException {
    var answer = send(Call.of("HEAD", object(name)));
    if (answer.status() == 404) return Optional.empty();
    if (!answer.ok()) throw new StoreRefusedException(Server.refusal(answer.status(), answer.body()));
    try {
      return Optional.of(new SealedObject(name, answer.number("Content-Length"),
          new Sha256(answer.header("Holdfast-Sha256"))));
    } catch (IllegalArgumentException e) {
      throw damaged(name);
    }
  }

  @Override
  public void put(SealedObject object, byte[] content) throws IOException {
    try {
      transfer.put(object, content);
    } catch (ServerRefusal e) {
      if (e.code().equals("other-content")) throw new OtherContentException(object.name());
      throw new StoreRefusedException(e);
    } catch (ClientException e) {
      throw new StoreRefusedException(e);
    }
  }

  @Override
  public byte[] read(ObjectName name, long from, int length) throws IOException {
    if (length == 0) return new byte[0];
    var answer = send(Call.of("GET", object(name))
        .with("Range", "bytes=" + from + "-" + (from + length - 1)));
    if (answer.status() == 404)
      throw new ArchiveException(ArchiveException.Kind.ABSENT,
          "object " + name.hex().substring(0, 8) + " is not on the server",
          "run \"holdfast check\" to see which snapshots are whole");
    if (answer.status() == 416) return new byte[0];
    if (!answer.ok()) throw new StoreRefusedException(Server.refusal(answer.status(), answer.body()));
    return part(name, answer, from, length);
  }

  private static byte[] part(ObjectName name, Answer answer, long from, int length) {
    var body = answer.body();
    if (answer.status() == 206 && body.length <= length) return body;
    if (answer.status() != 200 || from > body.length) throw damaged(name);
    int start = Math.toIntExact(from);
    return Arrays.copyOfRange(body, start, (int) Math.min(body.length, from + length));
  }

  @Override
  public List<StoredManifest> manifests(long after) throws IOException {
    var answer = send(Call.get(calls.path() + "/snapshots?after=" + after));
    if (!answer.ok()) throw new StoreRefusedException(Server.refusal(answer.status(), answer.body()));
    return Json.read("the list of snapshots", answer.body(),
        new TypeReference<List<StoredSnapshot>>() {}).stream().map(ServerObjects::manifest).toList();
  }

  @Override
  public Publication publish(SignedManifest manifest) throws IOException {
    var body = Json.write(new NewSnapshot(
        Base64.getEncoder().encodeToString(manifest.outer().encode()), manifest.signature()));
    var answer = send(Call.post(calls.path() + "/snapshots", body));
    if (answer.ok())
      return new Publication.Stored(
          manifest(Json.read("the stored snapshot", answer.body(), StoredSnapshot.class)));
    var refusal = Server.refusal(answer.status(), answer.body());
    if (refusal instanceof ServerRefusal known) {
      if (known.code().equals("object-missing")) return new Publication.ObjectMissing();
      if (known.code().equals("behind")) {
        var newest = Json.read("the server's refusal", answer.body(), Behind.class).newest();
        if (newest != null) return new Publication.Behind(manifest(newest));
      }
    }
    throw new StoreRefusedException(refusal);
  }

  private record Behind(@Nullable StoredSnapshot newest) {}

  private static StoredManifest manifest(StoredSnapshot stored) {
    try {
      var outer = OuterManifest.decode(Base64.getDecoder().decode(stored.outer()));
      return new StoredManifest(new SignedManifest(outer, stored.signature()),
          Instant.ofEpochMilli(stored.receivedAt()), stored.kept());
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.DAMAGED, "a snapshot in the server's list is malformed",
          "ask whoever runs the server; run \"holdfast check\"");
    }
  }

  private String object(ObjectName name) {
    return calls.path() + "/objects/" + name.hex();
  }

  private Answer send(Call call) throws StoreRefusedException {
    try {
      return calls.server().send(calls.caller(), call);
    } catch (ClientException e) {
      throw new StoreRefusedException(e);
    }
  }

  private static ArchiveException damaged(ObjectName name) {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        "object " + name.hex().substring(0, 8) + " is not what the server says it is",
        "run \"holdfast check --read-data 100\" to see which snapshots are whole");
  }
}

package dev.holdfast.client.server;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.holdfast.client.Json;
import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.RequestId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.Channel;
import dev.holdfast.kernel.wire.ConfirmCode;
import dev.holdfast.kernel.wire.Destroy;
import dev.holdfast.kernel.wire.JoinBox;
import dev.holdfast.kernel.wire.JoinMessage;
import dev.holdfast.kernel.wire.LogPage;
import dev.holdfast.kernel.wire.LogProof;
import dev.holdfast.kernel.wire.NewApproval;
import dev.holdfast.kernel.wire.NewDevice;
import dev.holdfast.kernel.wire.NewVault;
import dev.holdfast.kernel.wire.PolicyLink;
import dev.holdfast.kernel.wire.RaisedAlarm;
import dev.holdfast.kernel.wire.Rekey;
import dev.holdfast.kernel.wire.RequestStatus;
import dev.holdfast.kernel.wire.UnlockProof;
import dev.holdfast.kernel.wire.VaultStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The calls about one vault (docs/protocol.md, section 7), signed by one caller. Each throws
/// [ServerRefusal] if it is refused.
public final class VaultCalls {
  private static final byte[] NOTHING = {};
  private static final Duration STREAM = Duration.ofDays(3650);

  private final Server server;
  private final Caller caller;
  private final String path;

  /// @param caller lent
  public VaultCalls(Server server, Caller caller, VaultId vault) {
    this.server = server;
    this.caller = caller;
    path = "/v1/vaults/" + vault.hex();
  }

  Server server() {
    return server;
  }

  Caller caller() {
    return caller;
  }

  String path() {
    return path;
  }

  /// Makes the vault.
  public VaultStatus make(NewVault vault) {
    return status(server.ask(caller, Call.post("/v1/vaults", Json.write(vault))));
  }

  /// How the vault is.
  public VaultStatus status() {
    return status(server.ask(caller, Call.get(path)));
  }

  /// The policies of all epochs above `epoch`, ascending.
  public List<PolicyLink> policiesAfter(int epoch) {
    return list(path + "/policies?after=" + epoch, new TypeReference<List<PolicyLink>>() {});
  }

  /// Adds a device.
  public VaultStatus add(NewDevice device) {
    return status(post("/devices", Json.write(device)));
  }

  /// Revokes a device.
  public VaultStatus revoke(DeviceId device) {
    return status(post("/devices/" + device.hex() + "/revoke", NOTHING));
  }

  /// Leaves something in the mailbox of an invitation, or opens it.
  public JoinBox join(JoinMessage message) {
    return box(post("/joins", Json.write(message)));
  }

  /// What lies in the mailbox of an invitation.
  public JoinBox joined(String join) {
    return box(server.ask(caller, Call.get(path + "/joins/" + join)));
  }

  /// Locks the vault until it is unlocked or re-keyed.
  public VaultStatus lock() {
    return status(post("/lock", NOTHING));
  }

  /// Ends a lock by a proof of the factor.
  public VaultStatus unlock(UnlockProof proof) {
    return status(post("/unlock", Json.write(proof)));
  }

  /// Moves the vault to its reserve.
  public VaultStatus rekey(Rekey rekey) {
    return status(post("/rekey", Json.write(rekey)));
  }

  /// Destroys the share of a frozen epoch.
  public VaultStatus destroy(Destroy destroy) {
    return status(post("/destroy", Json.write(destroy)));
  }

  /// All release requests, newest first.
  public List<RequestStatus> requests() {
    return list(path + "/requests", new TypeReference<List<RequestStatus>>() {});
  }

  /// Objects to a request.
  public RequestStatus veto(RequestId request) {
    return request(post("/requests/" + request.hex() + "/veto", NOTHING));
  }

  /// Sends a device's share of the factor to a requester.
  public RequestStatus approve(RequestId request, NewApproval approval) {
    return request(post("/requests/" + request.hex() + "/approve", Json.write(approval)));
  }

  /// The alarms after a number, oldest first.
  public List<AlarmEvent> alarmsAfter(long sequence) {
    return list(path + "/alarms?after=" + sequence, new TypeReference<List<AlarmEvent>>() {});
  }

  /// The live stream's lines, from the alarm after `sequence` on; closing it hangs up.
  public Stream<String> alarmLines(long sequence) {
    var call = Call.of("GET", path + "/alarms/stream?after=" + sequence)
        .with("Accept", "text/event-stream")
        .patient(STREAM);
    return server.lines(caller, call);
  }

  /// Raises an alarm.
  public AlarmEvent raise(RaisedAlarm alarm) {
    return Json.read("the server's answer", post("/alarms", Json.write(alarm)).body(),
        AlarmEvent.class);
  }

  /// The alarm channels.
  public List<Channel> channels() {
    return list(path + "/channels", new TypeReference<List<Channel>>() {});
  }

  /// Adds an alarm channel, which counts once its test is confirmed.
  public Channel addChannel(String kind, String address) {
    return channel(post("/channels", Json.write(new Channel("", kind, address, false))));
  }

  /// Removes an alarm channel.
  public void removeChannel(String id) {
    server.ask(caller, Call.of("DELETE", path + "/channels/" + id));
  }

  /// Sends a test with a code through a channel.
  public Channel testChannel(String id) {
    return channel(post("/channels/" + id + "/test", NOTHING));
  }

  /// Confirms a channel with the code of its test.
  public Channel confirmChannel(String id, String code) {
    return channel(post("/channels/" + id + "/confirm", Json.write(new ConfirmCode(code))));
  }

  /// The audit log's entries about this vault, behind index `after`; -1 for all.
  public LogPage log(long after) {
    return Json.read("the server's log",
        server.ask(caller, Call.get(path + "/log?after=" + after)).body(), LogPage.class);
  }

  /// Proves that the log of `older` entries is a beginning of that of `newer`.
  public LogProof growth(long older, long newer) {
    return proof("/v1/log/proof?old=" + older + "&new=" + newer);
  }

  /// Proves that an entry is in the log of `size` entries.
  public LogProof inclusion(long index, long size) {
    return proof("/v1/log/inclusion?index=" + index + "&size=" + size);
  }

  private LogProof proof(String target) {
    return Json.read("the server's proof", server.ask(caller, Call.get(target)).body(),
        LogProof.class);
  }

  private Answer post(String rest, byte[] body) {
    return server.ask(caller, Call.post(path + rest, body));
  }

  private <T> T list(String target, TypeReference<T> type) {
    return Json.read("the server's list", server.ask(caller, Call.get(target)).body(), type);
  }

  private static VaultStatus status(Answer answer) {
    return Json.read("the vault's status", answer.body(), VaultStatus.class);
  }

  private static RequestStatus request(Answer answer) {
    return Json.read("the request's status", answer.body(), RequestStatus.class);
  }

  private static JoinBox box(Answer answer) {
    return Json.read("the mailbox", answer.body(), JoinBox.class);
  }

  private static Channel channel(Answer answer) {
    return Json.read("the channel", answer.body(), Channel.class);
  }
}

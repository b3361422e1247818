package dev.holdfast.client.audit;

import dev.holdfast.client.server.VaultCalls;
import dev.holdfast.kernel.release.AlarmKind;
import dev.holdfast.kernel.release.RequestState;
import dev.holdfast.kernel.wire.AlarmEvent;
import dev.holdfast.kernel.wire.RequestStatus;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What alarms and requests tell at one time, to be held against the log: a server that leaves
/// something out of one of the three is found out by the others.
///
/// @param alarms all of them
/// @param requests all of them
record Story(List<AlarmEvent> alarms, List<RequestStatus> requests) {
  /// Kinds of alarms that name their request, and the log's word for each.
  private static final Map<AlarmKind, String> OF_REQUESTS = new EnumMap<>(
      Map.of(AlarmKind.REQUESTED, "requested", AlarmKind.RELEASED, "released", AlarmKind.VETOED,
          "vetoed", AlarmKind.APPROVED, "approved"));

  /// The others that the log has one entry for each.
  private static final Map<AlarmKind, String> OF_VAULTS = new EnumMap<>(
      Map.of(AlarmKind.OPENED, "opened", AlarmKind.REKEYED, "rekeyed", AlarmKind.DEVICE_REVOKED,
          "device-revoked", AlarmKind.SIGNAL_KEY_TYPED, "signal-key-typed"));

  /// Copies the lists.
  Story {
    alarms = List.copyOf(alarms);
    requests = List.copyOf(requests);
  }

  /// An entry of the log.
  ///
  /// @param about the id it begins with; may be empty
  record Line(String kind, String about) {}

  static Story of(VaultCalls calls) {
    return new Story(calls.alarmsAfter(0), calls.requests());
  }

  /// What alarms or requests tell and the log does not.
  Optional<String> missingIn(Collection<Line> log) {
    var lines = new HashSet<>(log);
    for (var line : told())
      if (!lines.contains(line)) return Optional.of(sentence(line));
    for (var kind : OF_VAULTS.entrySet())
      if (alarmed(kind.getKey()) > logged(log, kind.getValue()))
        return Optional.of("an alarm \"" + kind.getKey().wireName() + "\"");
    return Optional.empty();
  }

  /// What the log tells and no alarm does.
  Optional<String> untold(Collection<Line> log) {
    var told = alarmed();
    for (var line : log)
      if (OF_REQUESTS.containsValue(line.kind()) && !told.contains(line))
        return Optional.of(sentence(line));
    for (var kind : OF_VAULTS.entrySet())
      if (alarmed(kind.getKey()) < logged(log, kind.getValue()))
        return Optional.of("an entry \"" + kind.getValue() + "\"");
    return Optional.empty();
  }

  private Set<Line> told() {
    var told = alarmed();
    for (var request : requests) {
      told.add(new Line("requested", request.request()));
      if (Set.of(RequestState.RELEASED.name(), RequestState.OPENED.name())
          .contains(request.state()))
        told.add(new Line("released", request.request()));
      if (request.state().equals(RequestState.VETOED.name()))
        told.add(new Line("vetoed", request.request()));
    }
    return told;
  }

  private Set<Line> alarmed() {
    var told = new HashSet<Line>();
    for (var alarm : alarms)
      OF_REQUESTS.forEach((kind, word) -> {
        if (kind.wireName().equals(alarm.kind()) && !alarm.request().isEmpty())
          told.add(new Line(word, alarm.request()));
      });
    return told;
  }

  private long alarmed(AlarmKind kind) {
    return alarms.stream().filter(alarm -> alarm.kind().equals(kind.wireName())).count();
  }

  private static long logged(Collection<Line> log, String kind) {
    return log.stream().filter(line -> line.kind().equals(kind)).count();
  }

  private static String sentence(Line line) {
    return "that request " + line.about().substring(0, Math.min(8, line.about().length()))
        + " was " + line.kind();
  }
}

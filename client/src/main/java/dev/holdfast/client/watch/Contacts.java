package dev.holdfast.client.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.signalcli.Daemon;
import dev.holdfast.signalcli.SignalCliException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whom the owner knows, from the daemon's list: accepted, not hidden, not blocked. Message
/// requests are not marked in what arrives.
final class Contacts {
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Daemon daemon;
  private Set<String> known = Set.of();
  private Instant asked = Instant.MIN;

  Contacts(Daemon daemon) {
    this.daemon = daemon;
  }

  boolean knows(String person, Instant now) {
    if (asked.isBefore(now.minus(FRESH))) ask(now);
    return known.contains(person);
  }

  /// A daemon that does not answer leaves the list as it was.
  private void ask(Instant now) {
    asked = now;
    try {
      var fresh = new HashSet<String>();
      for (var contact : daemon.call("listContacts", Map.of()))
        if (isKnown(contact))
          for (var name : new String[]{"uuid", "number"})
          if (contact.path(name).isTextual()) fresh.add(contact.path(name).textValue());
      known = fresh;
    } catch (SignalCliException e) {
      // the next try is in ten minutes
    }
  }

  private static boolean isKnown(JsonNode contact) {
    boolean named = !contact.path("name").asText("").isEmpty()
        || !contact.path("nickName").asText("").isEmpty();
    return (named || contact.path("profileSharing").asBoolean(false))
        && !contact.path("isHidden").asBoolean(false)
        && !contact.path("isBlocked").asBoolean(false);
  }
}

package dev.holdfast.desk.warning;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Who may approve, from facts alone.
///
/// @param fourEyes whether a second person is needed
record ApprovalRule(boolean fourEyes) {
  Optional<Step.Reason> hinders(Entry entry, String by, Instant now) {
    if (entry.withdrawal().isPresent()) return Optional.of(Step.Reason.REVOKED_ALREADY);
    if (entry.approval().isPresent()) return Optional.of(Step.Reason.APPROVED_ALREADY);
    if (!now.isBefore(entry.warning().until())) return Optional.of(Step.Reason.OVER_ALREADY);
    if (fourEyes && same(entry.author(), by)) return Optional.of(Step.Reason.NEEDS_ANOTHER_PERSON);
    return Optional.empty();
  }

  private static boolean same(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}

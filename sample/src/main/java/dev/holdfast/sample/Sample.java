package dev.holdfast.sample;

import java.time.Instant;

/// What kind of archive to make. The same values give the same frames.
///
/// @param seed decides everything that looks random
/// @param messages chat items on day 0
/// @param people contacts on day 0; every ten of them share a group
/// @param media how many attachments have a file of their own
/// @param mediaBytes size of all those files together, about
/// @param numbering how ids behave from one export to the next
/// @param day 0 for the first export; each later day has [#DAILY] new messages and [#EDITED] changed
///          ones more
public record Sample(long seed, int messages, int people, int media, long mediaBytes,
    Numbering numbering, int day) {
  /// New messages on each day after the first.
  public static final int DAILY = 200;
  /// Messages of the last [#RECENT] that change on each day after the first.
  public static final int EDITED = 20;
  /// How far back a day's changes reach.
  public static final int RECENT = 2000;
  /// Day 0 ends here.
  static final Instant FIRST_EXPORT = Instant.parse("2026-05-20T03:00:00Z");

  private static final int PEOPLE_A_GROUP = 10;

  /// How file-local ids behave.
  public enum Numbering {
    /// Database row numbers that stay, as Android writes them.
    STABLE,
    /// Counted anew in each export, so that one new contact shifts all later ids, as iOS
    /// writes them.
    RENUMBERED
  }

  /// @throws IllegalArgumentException if a number is out of its range
  public Sample {
    if (messages < 0 || people < 1 || media < 0 || mediaBytes < 0 || day < 0)
      throw new IllegalArgumentException(
          "a sample has at least one person and no negative numbers");
  }

  /// The same archive some days later.
  public Sample on(int laterDay) {
    return new Sample(seed, messages, people, media, mediaBytes, numbering, laterDay);
  }

  /// Chat items on this day.
  public int total() {
    return messages + day * DAILY;
  }

  /// One new contact joins every day.
  int contacts() {
    return people + day;
  }

  int groups() {
    return people / PEOPLE_A_GROUP;
  }

  Instant exportedAt() {
    return FIRST_EXPORT.plusSeconds(86_400L * day);
  }

  /// Times grow with the index; day 0 covers three years, each later day its own 24 hours.
  long sentAt(int index) {
    if (index >= messages) {
      int later = index - messages;
      return FIRST_EXPORT.toEpochMilli() + 86_400_000L * (later / DAILY) + 60_000L
          + later % DAILY * 400_000L;
    }
    long begin = FIRST_EXPORT.minusSeconds(3 * 365 * 86_400L).toEpochMilli();
    return begin + (FIRST_EXPORT.toEpochMilli() - begin - 1000) / Math.max(1, messages) * index;
  }

  /// How often a message changed since it was sent.
  int version(int index) {
    int version = 0;
    for (int changed = 1; changed <= day; changed++) {
      int before = messages + (changed - 1) * DAILY;
      int recent = Math.min(RECENT, before);
      if (index >= before || index < before - recent) continue;
      int step = Math.max(1, recent / EDITED);
      int phase = (int) Math.floorMod(seed + changed * 7919L, (long) step);
      if ((before - 1 - index) % step == phase && (before - 1 - index) / step < EDITED) version++;
    }
    return version;
  }
}

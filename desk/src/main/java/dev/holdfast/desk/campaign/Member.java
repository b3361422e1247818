package dev.holdfast.desk.campaign;

import dev.holdfast.desk.judgement.Profile;

/// A report as the partition sees it.
///
/// @param number its row
/// @param id its name; orders members, so that the order of arrival does not matter
/// @param at milliseconds since 1970, or [Profile#UNTOLD]
/// @param marks its traits, sorted
/// @param keys by which it finds others, sorted
/// @param plain its leading text in plain form, empty if it has none to compare
/// @param pdq fingerprint of its picture, empty if it has none
/// @param play what it asks for under which pretext, empty if nothing
// Sorted marks of many reports are held at once; nobody changes them.
@SuppressWarnings("ArrayRecordComponent")
record Member(int number, String id, long at, long[] marks, long[] keys, String plain,
    String pdq, String play) {
  boolean hasTime() {
    return at != Profile.UNTOLD;
  }
}

package dev.holdfast.guard.talk;

/// What the app knows of the other side.
///
/// @param profileName the name shown, chosen by the other side; empty if none
/// @param isContact whether the protected person saved it
/// @param firstMessage whether nothing was exchanged before
/// @param inGroup whether this is a group; then the name may be the group's title
public record Sender(String profileName, boolean isContact, boolean firstMessage, boolean inGroup) {
  /// Somebody never seen before.
  public static Sender stranger(String profileName) {
    return new Sender(profileName, false, true, false);
  }

  /// Somebody saved.
  public static Sender contact(String profileName) {
    return new Sender(profileName, true, false, false);
  }

  /// A group, seen as one sender.
  public static Sender group(String title) {
    return new Sender(title, false, false, true);
  }
}

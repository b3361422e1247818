package dev.holdfast.guard;

/// A place a verdict rests on.
///
/// @param what a stable code such as `asks_recovery_key`, `pressure_loss`, `device_link`; `warning`
///          where a desk has warned of this message
/// @param turn index of the turn
/// @param start first UTF-16 unit in the original text of the turn; equal to `end` where the reason
///          lies in an attachment or a name
/// @param end behind the last unit
/// @param title the warning's title, empty for other reasons
public record Evidence(String what, int turn, int start, int end, String title) {
  /// A place without a title.
  public Evidence(String what, int turn, int start, int end) {
    this(what, turn, start, end, "");
  }
}

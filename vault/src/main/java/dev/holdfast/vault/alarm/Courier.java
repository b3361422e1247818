package dev.holdfast.vault.alarm;

/// Carries letters over one kind of channel. A new kind of channel is one more of these.
public interface Courier {
  /// The kind of channel, as it stands in JSON, such as `email`.
  String kind();

  /// True if `address` can be one of this kind.
  boolean knows(String address);

  /// Hands the letter over; when this returns the other side has taken it.
  ///
  /// @throws UndeliveredException if it has not; the message holds no address
  void carry(Letter letter) throws UndeliveredException;
}

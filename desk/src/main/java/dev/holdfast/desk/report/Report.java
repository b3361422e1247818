package dev.holdfast.desk.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One reported conversation. Every text may be empty, every list too: reporters know what they
/// know.
///
/// @param id the reporter's own name for it; the same name again is the same report
/// @param at when it happened, null if not told
/// @param app the messenger, as told
/// @param sender who wrote
/// @param lang BCP 47 tag, as told
/// @param turns oldest first
/// @param links addresses seen beside the text
/// @param qr what QR codes held
/// @param image a picture that came along, null if none
/// @param community whom it was aimed at
public record Report(String id, @Nullable Moment at, String app, Sender sender, String lang,
    List<Turn> turns, List<String> links, List<String> qr, @Nullable Image image,
    String community) {
  /// Copies the lists.
  public Report {
    turns = List.copyOf(turns);
    links = List.copyOf(links);
    qr = List.copyOf(qr);
  }

  /// What the other side wrote, oldest first.
  public List<String> theirs() {
    return turns.stream().filter(t -> !t.mine()).map(Turn::text).toList();
  }

  /// When something happened.
  ///
  /// @param instant the beginning of the day if only the day is known
  /// @param dayOnly whether the hour means nothing
  public record Moment(Instant instant, boolean dayOnly) {}

  /// Whoever wrote; each part is empty if unknown.
  ///
  /// @param id the account's identifier
  /// @param number a phone number
  /// @param name the name shown
  public record Sender(String id, String number, String name) {
    /// Nothing is known.
    public static final Sender UNKNOWN = new Sender("", "", "");
  }

  /// One message.
  ///
  /// @param mine whether the reporter wrote it
  /// @param at when, null if not told
  public record Turn(boolean mine, String text, @Nullable Moment at) {}

  /// A picture, known by its measures.
  ///
  /// @param pdq 64 hex digits in lower case, or empty
  /// @param width in pixels, 0 if unknown
  /// @param height in pixels, 0 if unknown
  public record Image(String pdq, int width, int height) {}
}

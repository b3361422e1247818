package dev.holdfast.picture;

import java.util.List;

/// What a picture of a chat says.
///
/// @param header the words above the first message: usually the name, and what the app says of it
/// @param turns the messages from top to bottom; one for the whole picture if no bubbles are told
///          apart
/// @param payloads what its QR codes hold
public record ChatPicture(String header, List<Bubble> turns, List<String> payloads) {
  /// Copies the lists.
  public ChatPicture {
    turns = List.copyOf(turns);
    payloads = List.copyOf(payloads);
  }

  /// The first line of the header, without the phone's clock: the name the other side shows.
  public String name() {
    return header.lines()
        .map(String::strip)
        .filter(line -> line.codePoints().filter(Character::isLetter).count() > 1)
        .filter(line -> !Times.leads(line))
        .findFirst()
        .orElse("");
  }
}

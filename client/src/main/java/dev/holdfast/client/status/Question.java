package dev.holdfast.client.status;

import dev.holdfast.client.home.VaultConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a vault cannot protect: Signal's own copies, which a phished recovery key still opens. Asked
/// until answered.
public enum Question {
  CLOUD("cloud", "Is Signal's cloud backup off?"), AUTHENTICATOR("authenticator",
      "Is an authenticator code set for Signal's backups?"), FOLDERS("folders",
          "Are synced copies of the SignalBackups folder removed?");

  private final String word;
  private final String sentence;

  Question(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /// As people answer it on the command line.
  public String word() {
    return word;
  }

  /// The question.
  public String sentence() {
    return sentence;
  }

  /// The question with this word.
  public static Optional<Question> of(String word) {
    return Stream.of(values()).filter(question -> question.word.equals(word)).findFirst();
  }

  /// Those that nobody has answered.
  public static List<Question> open(VaultConfig config) {
    return Stream.of(values())
        .filter(question -> !config.answered().contains(question.word))
        .toList();
  }
}

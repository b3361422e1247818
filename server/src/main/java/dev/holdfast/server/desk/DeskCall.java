package dev.holdfast.server.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words behind `desk NAME`, and where answers go.
final class DeskCall {
  private final List<String> words;
  private final Path folder;
  private final Teller teller;

  /// @param words without the name; `--json` and options may stand anywhere
  /// @param folder against which file names are meant
  DeskCall(List<String> words, Path folder, Teller teller) {
    this.words = new ArrayList<>(words);
    this.folder = folder;
    this.teller = teller;
  }

  /// Where lines go.
  interface Teller {
    void out(String line) throws IOException;

    void err(String line) throws IOException;
  }

  /// Takes a flag out of the words.
  boolean flag(String name) {
    return words.remove(name);
  }

  /// Takes an option with its value out of the words.
  Optional<String> option(String name) {
    var at = words.indexOf(name);
    if (at < 0) return Optional.empty();
    if (at + 1 >= words.size()) throw new IllegalArgumentException(name + " needs a value");
    words.remove(at);
    return Optional.of(words.remove(at));
  }

  /// An option that must be there.
  String required(String name) {
    return option(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(name + " is needed"));
  }

  /// The words that are left.
  ///
  /// @throws IllegalArgumentException if there are fewer, or more, or an unknown option
  List<String> words(int least, int most) {
    for (var word : words)
      if (word.startsWith("--"))
        throw new IllegalArgumentException("there is no option \"" + word + "\"");
    if (words.size() < least || words.size() > most)
      throw new IllegalArgumentException("expected " + (least == most
          ? String.valueOf(least)
          : least + " to " + most) + " words here, not " + words.size());
    return List.copyOf(words);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  void out(String line) {
    try {
      teller.out(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void err(String line) {
    try {
      teller.err(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

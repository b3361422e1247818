package dev.holdfast.guard.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All items and where they lie.
final class Data {
  /// Messages that are closer to our subject than ordinary talk: reported apart.
  static final List<String> NEIGHBOURS = List.of("banking77", "matrix_strings");
  private static final int PERCENT_OF_STRINGS = 10;
  private static final int PERCENT_OF_SENTENCES = 50;

  private Data() {}

  static Path root() {
    var named = System.getProperty("holdfast.root");
    if (named != null) return Path.of(named);
    var here = Path.of("").toAbsolutePath();
    while (here.getParent() != null && !Files.isDirectory(here.resolve("guard/corpus")))
      here = here.getParent();
    return here;
  }

  static Path messages() {
    var named = System.getenv("HOLDFAST_DATA");
    return (named == null ? root().resolve("../shared") : Path.of(named)).resolve("messages")
        .normalize();
  }

  static List<Item> corpus() {
    return CorpusFiles.read(root().resolve("guard/corpus"));
  }

  /// The set of other writers: measured on, never trained on.
  static List<Item> second() {
    return CorpusFiles.read(root().resolve("guard/corpus/second"));
  }

  static List<Item> publicSets() {
    return PublicSets.read(messages());
  }

  /// What may be trained on: the corpus, and the public sets with a clear licence, the large ones
  /// in part.
  static List<Item> trainable(List<Item> corpus, List<Item> publicSets) {
    var items = new ArrayList<>(corpus);
    for (var item : publicSets) {
      var draw = Math.floorMod(item.group().hashCode(), 100);
      if (PublicSets.MEASURED_ONLY.contains(item.source())) continue;
      if (item.source().equals("matrix_strings") && draw >= PERCENT_OF_STRINGS) continue;
      if (item.source().equals("sib200") && draw >= PERCENT_OF_SENTENCES) continue;
      items.add(item);
    }
    return items;
  }
}

package dev.holdfast.guard.lexicon;

import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.fold.Words;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Turns the word lists into the form that [Lexicon] loads in a few milliseconds. The build runs it
/// after compiling; it is not in the jar.
final class Packing {
  private static final List<Concept> CONCEPTS = List.of(Concept.values());

  private final Sprout words;
  private final Sprout inner;
  private final Map<Character, Integer> codes;
  private final Map<List<Trie.Row>, Integer> lists = new HashMap<>(Map.of(List.of(), 0));
  private final List<List<Trie.Row>> inOrder = new ArrayList<>(List.of(List.of()));

  private Packing() {
    words = grown();
    inner = words.anywhere();
    codes = codes(words);
    words.walk(this::number);
    inner.walk(this::number);
  }

  /// Writes `lexicon.bin`.
  ///
  /// @param args the file
  public static void main(String[] args) throws IOException {
    try (var out = new FileOutputStream(args[0])) {
      out.write(bytes());
    }
  }

  /// The lexicon as bytes, the same for the same lists.
  static byte[] bytes() {
    return new Packing().written();
  }

  private static Sprout grown() {
    var root = new Sprout();
    var folder = new Folder(Words.NONE);
    WordList.read("xx").forEach(e -> add(root, e, -1L, folder));
    for (var tongue : Tongue.ALL)
      WordList.read(tongue.tag()).forEach(e -> add(root, e, tongue.bit(), folder));
    return root;
  }

  private static void add(Sprout root, WordList.Entry entry, long tongues, Folder folder) {
    var plain = folder.fold(entry.word()).text().strip();
    var row = new Trie.Row(entry.concept(), tongues, entry.anywhere(), entry.suffix());
    if (!plain.isEmpty()) root.add(plain, row);
  }

  /// Letters numbered from 1, frequent ones first: that keeps the array dense.
  private static Map<Character, Integer> codes(Sprout words) {
    var counts = new TreeMap<Character, Integer>();
    words.walk(s -> s.children().keySet().forEach(c -> counts.merge(c, 1, Integer::sum)));
    var byCount = new ArrayList<>(counts.entrySet());
    byCount.sort(Map.Entry.<Character, Integer>comparingByValue().reversed());
    var codes = new TreeMap<Character, Integer>();
    byCount.forEach(c -> codes.put(c.getKey(), codes.size() + 1));
    return codes;
  }

  private void number(Sprout sprout) {
    if (lists.putIfAbsent(sprout.rows(), lists.size()) == null) inOrder.add(sprout.rows());
  }

  private byte[] written() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(Lexicon.MAGIC);
      out.writeShort(Concept.values().length);
      out.writeShort(codes.size());
      for (var code : codes.entrySet()) {
        out.writeChar(code.getKey());
        out.writeShort(code.getValue());
      }
      out.writeShort(inOrder.size());
      for (var rows : inOrder)
        write(out, rows);
      tree(words).write(out);
      tree(inner).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private TriePacking tree(Sprout root) {
    return new TriePacking(root, codes::get, sprout -> lists.get(sprout.rows()));
  }

  private static void write(DataOutputStream out, List<Trie.Row> rows) throws IOException {
    out.writeByte(rows.size());
    for (var row : rows) {
      out.writeByte(CONCEPTS.indexOf(row.concept()));
      out.writeLong(row.tongues());
      out.writeByte(row.anywhere() ? 1 : 0);
      out.writeByte(row.suffix());
    }
  }
}

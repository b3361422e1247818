package dev.holdfast.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Sha256> leaves(int count) {
    var leaves = new ArrayList<Sha256>();
    for (int i = 0; i < count; i++)
      leaves.add(MerkleTree.leaf(new byte[]{(byte) i}));
    return leaves;
  }

  @Test
  void everyLeafProvesItselfAndNoOther() {
    for (int size = 1; size <= 33; size++) {
      var leaves = leaves(size);
      var root = MerkleTree.root(leaves);
      for (int i = 0; i < size; i++) {
        var path = MerkleTree.inclusion(leaves, i);
        assertTrue(MerkleTree.proves(i, size, leaves.get(i), path, root));
        assertFalse(MerkleTree.proves(i + 1, size, leaves.get(i), path, root));
        assertFalse(MerkleTree.proves(i, size, MerkleTree.leaf(new byte[]{99}), path, root));
      }
    }
  }

  @Test
  void everyBeginningProvesThatTheTreeHasGrown() {
    var leaves = leaves(33);
    for (int newer = 1; newer <= 33; newer++) {
      var grown = leaves.subList(0, newer);
      for (int older = 1; older <= newer; older++) {
        var path = MerkleTree.consistency(grown, older);
        var root = MerkleTree.root(leaves.subList(0, older));
        assertTrue(
            MerkleTree.provesGrowth(older, newer, root, MerkleTree.root(grown), path),
            older + " of " + newer);
        assertFalse(MerkleTree.provesGrowth(older, newer, MerkleTree.leaf(new byte[]{99}),
            MerkleTree.root(grown), path));
      }
    }
  }

  @Test
  void publicInclusionProofsAreJudgedAsTheirAuthorsJudgeThem() throws IOException {
    int judged = 0;
    for (var file : vectors("inclusion")) {
      var vector = JSON.readTree(file.toFile());
      assertEquals(!vector.path("wantErr").asBoolean(), includes(vector),
          file.getFileName().toString());
      judged++;
    }
    assertEquals(98, judged);
  }

  @Test
  void publicConsistencyProofsAreJudgedAsTheirAuthorsJudgeThem() throws IOException {
    int judged = 0;
    for (var file : vectors("consistency")) {
      var vector = JSON.readTree(file.toFile());
      assertEquals(!vector.path("wantErr").asBoolean(), grows(vector),
          file.getFileName().toString());
      judged++;
    }
    assertEquals(98, judged);
  }

  private static List<Path> vectors(String kind) throws IOException {
    try (var files = Files.list(SharedData.folder("vectors/merkle/" + kind))) {
      return files.sorted().toList();
    }
  }

  private static boolean includes(JsonNode vector) {
    var leaf = hash(vector.path("leafHash"));
    var root = hash(vector.path("root"));
    var path = path(vector.path("proof"));
    return leaf.isPresent() && root.isPresent() && path.isPresent()
        && MerkleTree.proves(number(vector, "leafIdx"), number(vector, "treeSize"), leaf.get(),
            path.get(), root.get());
  }

  private static boolean grows(JsonNode vector) {
    var path = path(vector.path("proof"));
    return path.isPresent() && MerkleTree.provesGrowth(number(vector, "size1"),
        number(vector, "size2"), root(vector.path("root1")), root(vector.path("root2")),
        path.get());
  }

  /// One vector compares roots that are no hashes; theirs stand for them.
  private static Sha256 root(JsonNode text) {
    return hash(text).orElseGet(() -> Sha256.over(Base64.getDecoder().decode(text.asText())));
  }

  /// Sizes above 2^63 come out negative, which no tree has.
  private static long number(JsonNode vector, String field) {
    return vector.path(field).bigIntegerValue().longValue();
  }

  /// Empty if it is no hash at all: such a value cannot even be handed to the tree.
  private static Optional<Sha256> hash(JsonNode text) {
    var raw = Base64.getDecoder().decode(text.asText());
    return raw.length == Sha256.BYTES ? Optional.of(Sha256.of(raw)) : Optional.empty();
  }

  private static Optional<List<Sha256>> path(JsonNode proof) {
    var path = new ArrayList<Sha256>();
    for (var text : proof) {
      var hash = hash(text);
      if (hash.isEmpty()) return Optional.empty();
      path.add(hash.get());
    }
    return Optional.of(path);
  }
}

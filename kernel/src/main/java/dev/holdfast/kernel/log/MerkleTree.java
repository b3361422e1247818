package dev.holdfast.kernel.log;

import dev.holdfast.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/// Merkle tree hashes and proofs of RFC 9162, section 2.1, with SHA-256.
public final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /// The hash of one entry.
  public static Sha256 leaf(byte[] entry) {
    return Sha256.over(LEAF, entry);
  }

  /// The tree's head over leaf hashes; the hash of nothing for none.
  public static Sha256 root(List<Sha256> leaves) {
    if (leaves.isEmpty()) return Sha256.over();
    if (leaves.size() == 1) return leaves.get(0);
    int split = split(leaves.size());
    return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /// The audit path of the leaf at `index`, from the leaf up.
  ///
  /// @throws IndexOutOfBoundsException if there is no such leaf
  public static List<Sha256> inclusion(List<Sha256> leaves, int index) {
    if (index < 0 || index >= leaves.size()) throw new IndexOutOfBoundsException("no such leaf");
    if (leaves.size() == 1) return List.of();
    int split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var path = new ArrayList<>(
        index < split ? inclusion(left, index) : inclusion(right, index - split));
    path.add(root(index < split ? right : left));
    return path;
  }

  /// The proof that the tree of the first `older` leaves is a beginning of this one.
  ///
  /// @throws IndexOutOfBoundsException if `older` is larger than the tree
  public static List<Sha256> consistency(List<Sha256> leaves, int older) {
    if (older < 0 || older > leaves.size()) throw new IndexOutOfBoundsException("no such size");
    if (older == 0 || older == leaves.size()) return List.of();
    return consistency(leaves, older, true);
  }

  private static List<Sha256> consistency(List<Sha256> leaves, int older, boolean complete) {
    if (older == leaves.size()) return complete ? List.of() : List.of(root(leaves));
    int split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var path = new ArrayList<>(
        older <= split
            ? consistency(left, older, complete)
            : consistency(right, older - split, false));
    path.add(root(older <= split ? right : left));
    return path;
  }

  /// True if `path` proves that `leaf` stands at `index` in the tree of `size` leaves with `root`.
  public static boolean proves(long index, long size, Sha256 leaf, List<Sha256> path, Sha256 root) {
    if (index < 0 || index >= size) return false;
    long node = index;
    long last = size - 1;
    var hash = leaf;
    for (var sibling : path) {
      if (last == 0) return false;
      if ((node & 1) == 1 || node == last) {
        hash = node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// True if `path` proves that the tree with `oldRoot` is a beginning of the one with `newRoot`.
  /// Nothing is proved about an empty tree.
  public static boolean provesGrowth(long oldSize, long newSize, Sha256 oldRoot, Sha256 newRoot,
      List<Sha256> path) {
    if (oldSize < 1 || oldSize > newSize) return false;
    if (oldSize == newSize) return path.isEmpty() && oldRoot.equals(newRoot);
    var proof = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) proof.add(0, oldRoot);
    if (proof.isEmpty()) return false;
    long node = oldSize - 1;
    long last = newSize - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    var older = proof.get(0);
    var newer = proof.get(0);
    for (var sibling : proof.subList(1, proof.size())) {
      if (last == 0) return false;
      if ((node & 1) == 1 || node == last) {
        older = node(sibling, older);
        newer = node(sibling, newer);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newer = node(newer, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
  }

  private static Sha256 node(Sha256 left, Sha256 right) {
    return Sha256.over(NODE, left.raw(), right.raw());
  }

  /// The largest power of two below `size`.
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}

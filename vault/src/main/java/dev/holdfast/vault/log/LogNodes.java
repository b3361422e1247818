package dev.holdfast.vault.log;

import dev.holdfast.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The hashes of all full subtrees, so that appending, heads and proofs (RFC 9162, section 2.1)
/// cost as many reads as the tree is high. The kernel's `MerkleTree` says the same over a
/// plain list.
final class LogNodes {
  private static final byte[] NODE = {1};

  private LogNodes() {}

  static void add(Handle db, long position, Sha256 leaf) {
    var hash = leaf;
    int level = 0;
    long at = position;
    put(db, level, at, hash);
    while ((at & 1) == 1) {
      hash = parent(node(db, level, at - 1), hash);
      at >>= 1;
      level++;
      put(db, level, at, hash);
    }
  }

  static Sha256 root(Handle db, long size) {
    return size == 0 ? Sha256.over() : subtree(db, 0, size);
  }

  static List<Sha256> inclusion(Handle db, long index, long size) {
    var path = new ArrayList<Sha256>();
    long begin = 0;
    long left = size;
    while (left > 1) {
      long split = split(left);
      boolean goesLeft = index - begin < split;
      path.add(0, goesLeft
          ? subtree(db, begin + split, left - split)
          : subtree(db, begin, split));
      begin += goesLeft ? 0 : split;
      left = goesLeft ? split : left - split;
    }
    return path;
  }

  static List<Sha256> consistency(Handle db, long older, long newer) {
    if (older == 0 || older == newer) return List.of();
    var path = new ArrayList<Sha256>();
    long begin = 0;
    long left = newer;
    long common = older;
    boolean complete = true;
    while (common < left) {
      long split = split(left);
      boolean goesLeft = common <= split;
      path.add(0, goesLeft
          ? subtree(db, begin + split, left - split)
          : subtree(db, begin, split));
      begin += goesLeft ? 0 : split;
      common -= goesLeft ? 0 : split;
      left = goesLeft ? split : left - split;
      complete &= goesLeft;
    }
    if (!complete) path.add(0, subtree(db, begin, left));
    return path;
  }

  /// The hash over `count` leaves from `begin` on, where RFC 9162 cuts a subtree there.
  private static Sha256 subtree(Handle db, long begin, long count) {
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return node(db, level, begin >> level);
    }
    long split = split(count);
    return parent(subtree(db, begin, split), subtree(db, begin + split, count - split));
  }

  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  private static Sha256 parent(Sha256 left, Sha256 right) {
    return Sha256.over(NODE, left.raw(), right.raw());
  }

  private static Sha256 node(Handle db, int level, long position) {
    return db.createQuery("select hash from log_node where level = ? and position = ?")
        .bind(0, level)
        .bind(1, position)
        .map((row, context) -> new Sha256(row.getString(1)))
        .one();
  }

  private static void put(Handle db, int level, long position, Sha256 hash) {
    db.execute("insert into log_node values (?, ?, ?)", level, position, hash.hex());
  }
}

package dev.holdfast.archive.signal;

import dev.holdfast.archive.ArchiveException;

/// Exchanges the file-local ids of frames, every other byte as it was.
///
/// One instance serves one thread; it keeps a buffer. Source: docs/format.md, section 14.
public final class FrameIds {
  /// A frame in the form in which it is compared.
  public sealed interface Canonical {
    byte[] frame();
  }

  /// A frame with exchanged ids, which `rewrite` with the inverse map turns back byte for byte.
  @SuppressWarnings("ArrayRecordComponent") // hashed by the receiver, compared nowhere
  public record Rewritten(byte[] frame) implements Canonical {}

  /// A frame as it was exported, because it cannot be exchanged and turned back: it is malformed,
  /// uses a needlessly long encoding, or names an id nobody defined.
  @SuppressWarnings("ArrayRecordComponent") // as above
  public record Raw(byte[] frame) implements Canonical {}

  private final WireWriter out = new WireWriter();
  private boolean reversible;
  private IdMap map = (space, id) -> id;

  /// Exchanges every id by `map`, re-encoding the lengths around them.
  ///
  /// @throws ArchiveException if the frame is malformed, or `map` does not know an id
  public byte[] rewrite(byte[] frame, IdMap map) {
    start(map);
    rewrite(IdPaths.TREE, frame, new WireReader(frame));
    return out.toBytes();
  }

  /// The frame in canonical ids if that is reversible, else the frame itself. Throws for no input.
  public Canonical canonical(byte[] frame, IdMap map) {
    start(map);
    try {
      rewrite(IdPaths.TREE, frame, new WireReader(frame));
    } catch (ArchiveException e) {
      return new Raw(frame);
    }
    return reversible ? new Rewritten(out.toBytes()) : new Raw(frame);
  }

  private void start(IdMap next) {
    out.clear();
    map = next;
    reversible = true;
  }

  private void rewrite(FieldTree<IdPaths.Place> tree, byte[] frame, WireReader fields) {
    int copied = fields.end();
    while (fields.next()) {
      var child = tree.child(fields.number());
      if (child == null || !changes(child, fields)) continue;
      out.append(frame, copied, fields.prefix() - copied);
      exchange(child, frame, fields);
      copied = fields.end();
    }
    out.append(frame, copied, fields.end() - copied);
  }

  private static boolean changes(FieldTree<IdPaths.Place> child, WireReader field) {
    var place = child.leaf();
    if (place == null) return field.isBytes();
    return field.isVarint() || (place.repeated() && field.isBytes());
  }

  private void exchange(FieldTree<IdPaths.Place> child, byte[] frame, WireReader field) {
    reversible &= field.shortest();
    var place = child.leaf();
    if (place != null && field.isVarint()) {
      out.put(mapped(place.space(), field.varint()));
      return;
    }
    int width = Varint.size(field.end() - field.start());
    int start = out.leave(width);
    if (place == null) rewrite(child, frame, field.message());
    else
      rewritePacked(place, field.message());
    out.settle(start, width);
  }

  private void rewritePacked(IdPaths.Place place, WireReader list) {
    while (list.nextPacked()) {
      reversible &= list.shortest();
      out.put(mapped(place.space(), list.varint()));
    }
  }

  private long mapped(IdSpace space, long id) {
    long mapped = id == IdMap.UNDEFINED ? IdMap.UNDEFINED : map.map(space, id);
    if (mapped != IdMap.UNDEFINED) return mapped;
    throw Damage.wire("names a person, chat or colour that it never defined");
  }
}

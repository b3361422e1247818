package dev.holdfast.archive.restore;

import dev.holdfast.archive.ArchiveException;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Codec;
import dev.holdfast.archive.snapshot.Inner;
import dev.holdfast.archive.snapshot.InnerObject;
import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.archive.store.StoredManifest;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The inner parts from a base to a snapshot, and the objects that they number.
final class OpenLineage {
  private final Objects objects;
  private final List<Inner> inners;
  private final List<ObjectEntry> numbered;

  OpenLineage(Objects objects) {
    this(objects, new ArrayList<>(), new ArrayList<>());
  }

  private OpenLineage(Objects objects, List<Inner> inners, List<ObjectEntry> numbered) {
    this.objects = objects;
    this.inners = inners;
    this.numbered = numbered;
  }

  /// The same lineage for a reader of its own; see [Objects#apart].
  OpenLineage apart(int kept) {
    return new OpenLineage(objects.apart(kept), inners, numbered);
  }

  /// Reads one more inner part, in order from the base.
  void add(StoredManifest stored) throws IOException {
    var name = stored.manifest().outer().inner().name();
    var opened = InnerObject.open(objects.plaintext(name), Objects.label(name));
    inners.add(opened.inner());
    numbered.addAll(opened.inner().objects());
    numbered.add(new ObjectEntry(name, opened.blobsAt()));
  }

  /// @throws ArchiveException if a Signal snapshot continues an opaque one or the other way round
  void checkOneKind() {
    var kind = newest().content().getClass();
    for (var inner : inners)
      if (inner.content().getClass() != kind)
        throw new ArchiveException(ArchiveException.Kind.DAMAGED,
            "a snapshot continues one of another kind", "use an earlier snapshot");
  }

  /// From the base on.
  List<Inner> inners() {
    return inners;
  }

  Inner newest() {
    return inners.getLast();
  }

  /// The bytes of a blob, unpacked and checked.
  byte[] blob(BlobRow row) throws IOException {
    var entry = entry(row);
    var plaintext = objects.plaintext(entry.name());
    var bytes = Codec.unpack(row, plaintext, entry.blobsAt(), Objects.label(entry.name()));
    check(ByteBuffer.wrap(bytes), row, entry);
    return bytes;
  }

  /// The same to be read only, without a copy where it needs none.
  ByteBuffer view(BlobRow row) throws IOException {
    var entry = entry(row);
    var plaintext = objects.plaintext(entry.name());
    var bytes = Codec.view(row, plaintext, entry.blobsAt(), Objects.label(entry.name()));
    check(bytes.duplicate(), row, entry);
    return bytes;
  }

  private static void check(ByteBuffer bytes, BlobRow row, ObjectEntry entry) {
    var digest = Sha256.digest();
    digest.update(bytes);
    if (!Sha256.of(digest.digest()).equals(row.sha256())) throw damaged(entry);
  }

  private ObjectEntry entry(BlobRow row) {
    if (row.object() < numbered.size()) return numbered.get(row.object());
    throw new ArchiveException(ArchiveException.Kind.DAMAGED,
        "the inner part names an object that is in no list", "use an earlier snapshot");
  }

  private static ArchiveException damaged(ObjectEntry entry) {
    return new ArchiveException(ArchiveException.Kind.DAMAGED,
        Objects.label(entry.name()) + " holds a part that is not what the inner part says",
        "use an earlier snapshot, and report this: it was sealed in this state");
  }
}

package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.SecretBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The sealed inner part of a manifest (docs/format.md, section 7 to 9).
///
/// @param idKey the vault's, for a device that opens it first
/// @param label for people, or empty
/// @param takenAt when the source was made or read, milliseconds kept
/// @param objects what this snapshot appends to its lineage's list of objects, its own inner object,
///          which comes last, left out
/// @param rows new rows of the tables, if they are few
/// @param rowBlobs where more of them lie, to be read before `rows`
@SuppressWarnings("ArrayRecordComponent") // read by one owner, compared never
public record Inner(SecretBytes idKey, String label, Instant takenAt, List<ObjectEntry> objects,
    byte[] rows, List<BlobRow> rowBlobs, Content content) {
  static final String MAGIC = "holdfast/inner/v1\n";

  public Inner {
    objects = List.copyOf(objects);
    rowBlobs = List.copyOf(rowBlobs);
  }

  /// Reads the bytes that [#encode] gave.
  ///
  /// @throws dev.holdfast.archive.ArchiveException of kind DAMAGED for anything else
  public static Inner decode(byte[] bytes, String item) {
    var in = new ByteReader(bytes, item);
    var magic = in.fixed(MAGIC.length());
    if (!MAGIC.equals(new String(magic, java.nio.charset.StandardCharsets.US_ASCII)))
      throw in.damaged();
    int mode = in.octet();
    var idKey = new SecretBytes(in.fixed(32));
    var label = in.text();
    var takenAt = Instant.ofEpochMilli(in.number());
    var objects = new ArrayList<ObjectEntry>();
    for (int left = in.count(); left > 0; left--)
      objects.add(new ObjectEntry(ObjectName.of(in.fixed(ObjectName.BYTES)), in.small()));
    var rows = in.bytes();
    var rowBlobs = ContentCodec.readBlobs(in);
    var content = switch (mode) {
      case 1 -> ContentCodec.readSignal(in);
      case 2 -> ContentCodec.readOpaque(in);
      default -> throw in.damaged();
    };
    in.end();
    return new Inner(idKey, label, takenAt, objects, rows, rowBlobs, content);
  }

  /// The bytes that are packed and sealed; they hold the id key.
  public byte[] encode() {
    var out = new ByteWriter();
    out.fixed(MAGIC.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    out.write(content instanceof Content.Signal ? 1 : 2);
    idKey.lendTo(out::fixed);
    out.text(label).number(takenAt.toEpochMilli()).number(objects.size());
    objects.forEach(object -> out.fixed(object.name().raw()).number(object.blobsAt()));
    out.bytes(rows);
    ContentCodec.writeBlobs(out, rowBlobs);
    switch (content) {
      case Content.Signal signal -> ContentCodec.write(out, signal);
      case Content.Opaque opaque -> ContentCodec.write(out, opaque);
    }
    return out.toBytes();
  }
}

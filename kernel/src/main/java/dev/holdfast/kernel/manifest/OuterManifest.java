package dev.holdfast.kernel.manifest;

import dev.holdfast.kernel.DeviceId;
import dev.holdfast.kernel.ObjectName;
import dev.holdfast.kernel.Sha256;
import dev.holdfast.kernel.SnapshotId;
import dev.holdfast.kernel.VaultId;
import dev.holdfast.kernel.canonical.CanonicalReader;
import dev.holdfast.kernel.canonical.CanonicalWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What server and agent may read of a snapshot: its place in the vault's chain and the sealed
/// objects it adds and no longer needs. The bytes are those of docs/format.md, section 7.
///
/// @param epoch whose recipient sealed the added objects
/// @param sequence 1 for the vault's first snapshot, then one more each
/// @param previous hash of the outer part with the sequence number before, [Sha256#NONE] for the
///          first
/// @param parent the snapshot whose journal this one continues, [Sha256#NONE] for a base
/// @param createdAt by the device's clock, milliseconds kept; for people only, nothing is decided by
///          it
/// @param inner the sealed inner part; not repeated in `added`
/// @param added every other object that was stored for this snapshot
/// @param dropped objects that neither this snapshot nor a later one needs
public record OuterManifest(VaultId vault, int epoch, long sequence, Sha256 previous, Sha256 parent,
    DeviceId device,
    Instant createdAt, SealedObject inner, List<SealedObject> added, List<ObjectName> dropped) {
  private static final String MAGIC = "holdfast/manifest/v1\n";
  private static final int OBJECT_BYTES = 32 + 8 + 32;

  /// @throws IllegalArgumentException if a number is out of its range
  public OuterManifest {
    if (epoch < 1) throw new IllegalArgumentException("epochs count from 1");
    if (sequence < 1) throw new IllegalArgumentException("snapshots count from 1");
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
  }

  /// Reads the canonical bytes.
  ///
  /// @throws dev.holdfast.kernel.canonical.MalformedException for anything else
  public static OuterManifest decode(byte[] bytes) {
    var in = new CanonicalReader("a manifest", bytes, MAGIC);
    var vault = VaultId.of(in.fixed(VaultId.BYTES));
    int epoch = in.u32();
    long sequence = in.u64();
    if (epoch < 1 || sequence < 1) throw in.refused("a number out of range");
    var previous = Sha256.of(in.fixed(Sha256.BYTES));
    var parent = Sha256.of(in.fixed(Sha256.BYTES));
    var device = DeviceId.of(in.fixed(DeviceId.BYTES));
    var createdAt = Instant.ofEpochMilli(in.u64());
    var inner = object(in);
    var added = new ArrayList<SealedObject>();
    for (int left = in.count(OBJECT_BYTES); left > 0; left--)
      added.add(object(in));
    var dropped = new ArrayList<ObjectName>();
    for (int left = in.count(ObjectName.BYTES); left > 0; left--)
      dropped.add(ObjectName.of(in.fixed(ObjectName.BYTES)));
    in.end();
    return new OuterManifest(vault, epoch, sequence, previous, parent, device, createdAt, inner,
        added, dropped);
  }

  /// The canonical bytes, a fresh array.
  public byte[] encode() {
    var out = new CanonicalWriter(MAGIC).fixed(vault.raw())
        .u32(epoch)
        .u64(sequence)
        .fixed(previous.raw())
        .fixed(parent.raw())
        .fixed(device.raw())
        .u64(createdAt.toEpochMilli());
    write(out, inner);
    out.u32(added.size());
    added.forEach(object -> write(out, object));
    out.u32(dropped.size());
    dropped.forEach(name -> out.fixed(name.raw()));
    return out.toBytes();
  }

  /// The snapshot's name: the hash of [#encode].
  public SnapshotId id() {
    return new SnapshotId(Sha256.over(encode()).hex());
  }

  private static SealedObject object(CanonicalReader in) {
    var name = ObjectName.of(in.fixed(ObjectName.BYTES));
    long size = in.u64();
    if (size < 1) throw in.refused("an empty object");
    return new SealedObject(name, size, Sha256.of(in.fixed(Sha256.BYTES)));
  }

  private static void write(CanonicalWriter out, SealedObject object) {
    out.fixed(object.name().raw()).u64(object.size()).fixed(object.sha256().raw());
  }
}

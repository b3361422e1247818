package dev.holdfast.archive.split;

import dev.holdfast.archive.signal.MediaName;
import dev.holdfast.archive.signal.MediaPointer;
import dev.holdfast.archive.signal.SignalFolder;
import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.archive.snapshot.Codec;
import dev.holdfast.archive.snapshot.MediaRow.State;
import dev.holdfast.archive.snapshot.ObjectEntry;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Stores each media file that a snapshot names and the vault does not have, once.
final class MediaPass {
  private final SignalFolder folder;
  private final MediaTables tables;
  private final @Nullable MediaTables before;
  private final List<ObjectEntry> objectsBefore;
  private final BitSet live;
  private final Predicate<Sha256> listed;
  private final ObjectList objects;
  private final Pipeline pipeline;
  private final Packs packs;
  private final Set<Sha256> underWay = new HashSet<>();
  private final BitSet named = new BitSet();
  private final List<String> damaged = new ArrayList<>();
  private long stored;

  /// @param before tables of the lineage that ends, for a base; whose media are taken over
  /// @param objectsBefore the objects that `before` counts
  /// @param live the numbers of media that the parent names
  /// @param listed whether the snapshot's own list names a file
  MediaPass(SignalFolder folder, MediaTables tables, @Nullable MediaTables before,
      List<ObjectEntry> objectsBefore, BitSet live, Predicate<Sha256> listed, ObjectList objects,
      Pipeline pipeline, Packs packs) {
    this.folder = folder;
    this.tables = tables;
    this.before = before;
    this.objectsBefore = objectsBefore;
    this.live = live;
    this.listed = listed;
    this.objects = objects;
    this.pipeline = pipeline;
    this.packs = packs;
  }

  /// Takes a name that a message or the list gives.
  ///
  /// @param pointer how to check the file, if a message said so
  void name(Sha256 name, Optional<MediaPointer> pointer) throws IOException {
    if (underWay.contains(name)) return;
    long number = tables.find(name);
    if (number >= 0 && (tables.isNew(number) || named.get((int) number))) return;
    if (number >= 0 && keep(number)) return;
    if (number >= 0 && tables.row(number).state() == State.STORED) {
      var row = tables.row(number);
      add(name, row.state(), tables.blobsOf(row));
    } else if (before == null || !carry(name, before)) {
      read(name, pointer);
    }
  }

  /// Keeps the parent's row if nothing about it changed.
  private boolean keep(long number) {
    var row = tables.row(number);
    boolean same = live.get((int) number) && row.listed() == listed.test(row.name())
        && switch (row.state()) {
          case STORED -> true;
          case ABSENT -> !Files.exists(path(row.name()));
          case DAMAGED -> false;
        };
    if (same) named.set((int) number);
    return same;
  }

  private boolean carry(Sha256 name, MediaTables old) throws IOException {
    var row = old.named(name).filter(one -> one.state() == State.STORED);
    if (row.isEmpty()) return false;
    var blobs = new ArrayList<BlobRow>();
    for (var blob : old.blobsOf(row.get()))
      blobs.add(blob.in(objects.carry(blob.object(), objectsBefore.get(blob.object()))));
    add(name, State.STORED, blobs);
    return true;
  }

  private void add(Sha256 name, State state, List<BlobRow> blobs) throws IOException {
    named.set((int) tables.add(name, state, listed.test(name), blobs));
    underWay.remove(name);
  }

  private Path path(Sha256 name) {
    return folder.media(new MediaName(name.hex()));
  }

  private void read(Sha256 name, Optional<MediaPointer> pointer) throws IOException {
    var path = path(name);
    if (!Files.isRegularFile(path)) {
      add(name, State.ABSENT, List.of());
      return;
    }
    underWay.add(name);
    long size = Files.size(path);
    if (size > Packs.TARGET_BYTES) readParts(name, path, size, pointer);
    else
      pipeline.order(size, () -> MediaRead.whole(path, pointer, pipeline.buffers()),
          read -> placeWhole(name, read));
  }

  private void placeWhole(Sha256 name, Optional<MediaRead> found) throws IOException {
    if (found.isEmpty()) {
      add(name, State.ABSENT, List.of());
      return;
    }
    var read = found.get();
    if (!read.sound() && keptDamaged(name, read.sha256())) {
      pipeline.buffers().give(read.bytes());
      return;
    }
    count(name, read.sound());
    var state = read.sound() ? State.STORED : State.DAMAGED;
    Packs.Placed placed = (object, offset) -> add(name, state, List.of(row(read, object, offset)));
    if (read.length() >= MediaRead.ALONE_BYTES) {
      packs.addAlone(read.bytes(), read.length(), read.sha256(), placed);
    } else {
      packs.add(read.bytes(), read.length(), read.sha256(), placed);
      pipeline.buffers().give(read.bytes());
    }
  }

  /// True if the parent has the same damaged bytes already.
  private boolean keptDamaged(Sha256 name, Sha256 hash) {
    long number = tables.find(name);
    if (number < 0 || !live.get((int) number)) return false;
    var row = tables.row(number);
    boolean same = row.state() == State.DAMAGED && row.listed() == listed.test(name)
        && row.blobs() == 1 && tables.blobsOf(row).getFirst().sha256().equals(hash);
    if (!same) return false;
    named.set((int) number);
    underWay.remove(name);
    damaged.add(name.hex());
    return true;
  }

  private static BlobRow row(MediaRead read, int object, int offset) {
    return new BlobRow(object, offset, read.length(), Codec.STORED, read.length(), read.sha256());
  }

  private void readParts(Sha256 name, Path path, long size, Optional<MediaPointer> pointer)
      throws IOException {
    var sound = new boolean[1];
    var blobs = new ArrayList<BlobRow>();
    pipeline.order(0, () -> MediaRead.check(path, pointer), answer -> sound[0] = answer);
    for (long from = 0; from < size; from += Packs.TARGET_BYTES) {
      long start = from;
      int length = (int) Math.min(Packs.TARGET_BYTES, size - from);
      pipeline.order(length, () -> MediaRead.part(path, start, length, pipeline.buffers()),
          part -> packs.addAlone(part.bytes(), part.length(), part.sha256(),
              (object, offset) -> blobs.add(row(part, object, offset))));
    }
    pipeline.order(0, () -> true, ready -> {
      count(name, sound[0]);
      add(name, sound[0] ? State.STORED : State.DAMAGED, blobs);
    });
  }

  private void count(Sha256 name, boolean sound) {
    stored++;
    if (!sound) damaged.add(name.hex());
  }

  /// The numbers of all media that the snapshot names; complete once the pipeline is settled and
  /// the pack is closed.
  BitSet named() {
    return named;
  }

  /// How many files were read and stored.
  long stored() {
    return stored;
  }

  /// Names of files whose check value is wrong.
  List<String> damaged() {
    return damaged;
  }
}

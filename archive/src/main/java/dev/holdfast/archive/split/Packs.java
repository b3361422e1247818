package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.ByteWriter;
import dev.holdfast.kernel.Padme;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Collects blobs into packs of about 16 MiB (docs/format.md, section 6). Where a blob lies is
/// known once its pack is closed.
final class Packs {
  static final int TARGET_BYTES = 16 << 20;

  /// Hears where a blob lies.
  @FunctionalInterface
  interface Placed {
    /// @param object number in the lineage
    /// @param offset from where the object's blobs begin
    void at(int object, int offset) throws IOException;
  }

  private record Waiting(int offset, Placed placed) {}

  private final ObjectList objects;
  private final Pipeline pipeline;
  private final Uploads uploads;
  private ByteWriter bytes = new ByteWriter();
  private List<Sha256> hashes = new ArrayList<>();
  private List<Waiting> waiting = new ArrayList<>();

  Packs(ObjectList objects, Pipeline pipeline, Uploads uploads) {
    this.objects = objects;
    this.pipeline = pipeline;
    this.uploads = uploads;
  }

  /// Adds a blob to the open pack.
  ///
  /// @param hash of `blob`, the bytes as stored
  void add(byte[] blob, Sha256 hash, Placed placed) throws IOException {
    if (bytes.size() > 0 && bytes.size() + blob.length > TARGET_BYTES) close();
    waiting.add(new Waiting(bytes.size(), placed));
    bytes.fixed(blob);
    hashes.add(hash);
    if (bytes.size() >= TARGET_BYTES) close();
  }

  /// Sends a large blob as a pack of its own.
  ///
  /// @param padded the blob and zeros up to its Padmé length
  void addAlone(byte[] padded, Sha256 hash, Placed placed) throws IOException {
    int number = objects.next();
    objects.add(pipeline.send(() -> uploads.pack(List.of(hash), padded)));
    placed.at(number, 0);
  }

  /// Bytes in the open pack.
  int size() {
    return bytes.size();
  }

  /// Closes the open pack, if there is anything in it, and sends it.
  void close() throws IOException {
    if (waiting.isEmpty()) return;
    var plaintext = bytes.toBytes((int) Padme.padded(bytes.size()));
    var blobs = hashes;
    int number = objects.next();
    objects.add(pipeline.send(() -> uploads.pack(blobs, plaintext)));
    place(number, 0);
  }

  /// Gives up the open pack's blobs to ride along in the inner object.
  ///
  /// @param number the inner object's
  /// @param offset where they begin there
  byte[] embed(int number, int offset) throws IOException {
    var blobs = bytes.toBytes();
    place(number, offset);
    return blobs;
  }

  private void place(int number, int offset) throws IOException {
    var placed = waiting;
    bytes = new ByteWriter();
    hashes = new ArrayList<>();
    waiting = new ArrayList<>();
    for (var one : placed)
      one.placed.at(number, offset + one.offset);
  }
}

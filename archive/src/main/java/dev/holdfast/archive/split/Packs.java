package dev.holdfast.archive.split;

import dev.holdfast.kernel.Padme;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
  private byte[] bytes = {};
  private int size;
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
    if (size > 0 && size + blob.length > TARGET_BYTES) close();
    if (bytes.length - size < blob.length) grow(size + blob.length);
    waiting.add(new Waiting(size, placed));
    System.arraycopy(blob, 0, bytes, size, blob.length);
    size += blob.length;
    hashes.add(hash);
    if (size >= TARGET_BYTES) close();
  }

  /// A pack that is well filled has room for its zeros already and is sealed without a copy.
  private void grow(int needed) {
    int length = needed > TARGET_BYTES / 4 ? Math.max(TARGET_BYTES, needed) : 2 * needed;
    bytes = Arrays.copyOf(bytes, (int) Padme.padded(length));
  }

  /// Sends a large blob as a pack of its own.
  ///
  /// @param padded the blob and zeros up to its Padmé length
  void addAlone(byte[] padded, Sha256 hash, Placed placed) throws IOException {
    int number = objects.next();
    objects.add(pipeline.send(() -> uploads.pack(List.of(hash), padded, padded.length)));
    placed.at(number, 0);
  }

  /// Bytes in the open pack.
  int size() {
    return size;
  }

  /// Closes the open pack, if there is anything in it, and sends it.
  void close() throws IOException {
    if (waiting.isEmpty()) return;
    int length = (int) Padme.padded(size);
    var plaintext = length <= bytes.length ? bytes : Arrays.copyOf(bytes, length);
    var blobs = hashes;
    int number = objects.next();
    objects.add(pipeline.send(() -> uploads.pack(blobs, plaintext, length)));
    place(number, 0);
  }

  /// Gives up the open pack's blobs to ride along in the inner object.
  ///
  /// @param number the inner object's
  /// @param offset where they begin there
  byte[] embed(int number, int offset) throws IOException {
    var blobs = Arrays.copyOf(bytes, size);
    place(number, offset);
    return blobs;
  }

  private void place(int number, int offset) throws IOException {
    var placed = waiting;
    bytes = new byte[0];
    size = 0;
    hashes = new ArrayList<>();
    waiting = new ArrayList<>();
    for (var one : placed)
      one.placed.at(number, offset + one.offset);
  }
}

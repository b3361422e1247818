package dev.holdfast.archive.split;

import dev.holdfast.kernel.Padme;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects blobs into packs of about 8 MiB (docs/format.md, section 6). Where a blob lies is known
/// once its pack is closed.
final class Packs {
  static final int TARGET_BYTES = 8 << 20;

  private static final byte[] NONE = {};

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
  private byte[] bytes = NONE;
  private int size;
  private boolean sent;
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
    add(blob, blob.length, hash, placed);
  }

  /// The same with the first `length` bytes of an array, which stays the caller's.
  void add(byte[] blob, int length, Sha256 hash, Placed placed) throws IOException {
    if (size > 0 && size + length > TARGET_BYTES) close();
    if (bytes.length - size < length) grow(size + length);
    waiting.add(new Waiting(size, placed));
    System.arraycopy(blob, 0, bytes, size, length);
    size += length;
    hashes.add(hash);
    if (size >= TARGET_BYTES) close();
  }

  /// A pack that is well filled has room for its zeros already and is sealed without a copy.
  private void grow(int needed) {
    boolean large = sent || needed > TARGET_BYTES / 4;
    int length = large ? Math.max(TARGET_BYTES, needed) : 2 * needed;
    var larger = pipeline.buffers().take((int) Padme.padded(length));
    System.arraycopy(bytes, 0, larger, 0, size);
    giveBack(bytes);
    bytes = larger;
  }

  private void giveBack(byte[] used) {
    if (used.length > 0) pipeline.buffers().give(used);
  }

  /// Sends a large blob as a pack of its own.
  ///
  /// @param bytes with room for zeros up to the blob's Padmé length; taken from the pipeline's
  ///          buffers and given back there
  void addAlone(byte[] bytes, int length, Sha256 hash, Placed placed) throws IOException {
    int number = objects.next();
    send(List.of(hash), bytes, length);
    placed.at(number, 0);
  }

  private void send(List<Sha256> blobs, byte[] plaintext, int size) throws IOException {
    int length = (int) Padme.padded(size);
    Arrays.fill(plaintext, size, length, (byte) 0);
    objects.add(pipeline.send(() -> {
      try {
        return uploads.pack(blobs, plaintext, length, pipeline.buffers());
      } finally {
        giveBack(plaintext);
      }
    }));
  }

  /// Bytes in the open pack.
  int size() {
    return size;
  }

  /// Closes the open pack, if there is anything in it, and sends it.
  void close() throws IOException {
    if (waiting.isEmpty()) return;
    if (bytes.length < Padme.padded(size)) grow((int) Padme.padded(size));
    int number = objects.next();
    send(hashes, bytes, size);
    bytes = NONE;
    sent = true;
    place(number, 0);
  }

  /// Gives up the open pack's blobs to ride along in the inner object.
  ///
  /// @param number the inner object's
  /// @param offset where they begin there
  byte[] embed(int number, int offset) throws IOException {
    var blobs = Arrays.copyOf(bytes, size);
    giveBack(bytes);
    bytes = NONE;
    place(number, offset);
    return blobs;
  }

  private void place(int number, int offset) throws IOException {
    var placed = waiting;
    size = 0;
    hashes = new ArrayList<>();
    waiting = new ArrayList<>();
    for (var one : placed)
      one.placed.at(number, offset + one.offset);
  }
}

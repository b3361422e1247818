package dev.holdfast.archive.signal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;

/// Packs one DEFLATE stream in blocks side by side: packing is what a restore spends its time on.
///
/// Each block may refer to the one before it and ends on a byte, so that the packed blocks in order
/// are one ordinary stream (RFC 1951).
final class BlockDeflater implements AutoCloseable {
  /// How far back DEFLATE may refer.
  private static final int WINDOW = 32 * 1024;
  /// A last block without content.
  private static final byte[] END = {3, 0};
  private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final int level;
  private final Output output;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS,
      Thread.ofPlatform().daemon().name("main-deflate-", 0).factory());
  private final Queue<Future<Packed>> waiting = new ArrayDeque<>();
  private byte[] window = {};

  /// Takes the packed stream piece by piece, in order, on the caller's thread.
  @FunctionalInterface
  interface Output {
    void take(byte[] bytes, int length) throws IOException;
  }

  private static final class Packed {
    private byte[] bytes;
    private int length;

    Packed(int expected) {
      bytes = new byte[expected];
    }
  }

  BlockDeflater(int level, Output output) {
    this.level = level;
    this.output = output;
  }

  /// Adds a block; may hand on blocks that are ready.
  ///
  /// @param block owned by this from now on
  void add(byte[] block, int length) throws IOException {
    var before = window;
    window = Arrays.copyOfRange(block, Math.max(0, length - WINDOW), length);
    waiting.add(workers.submit(() -> pack(block, length, before)));
    if (waiting.size() > 2 * WORKERS) handOn();
  }

  private Packed pack(byte[] block, int length, byte[] before) {
    var deflater = new Deflater(level, true);
    try {
      deflater.setDictionary(before);
      deflater.setInput(block, 0, length);
      var packed = new Packed(length + length / 64 + 64);
      while (true) {
        int room = packed.bytes.length - packed.length;
        int count = deflater.deflate(packed.bytes, packed.length, room, Deflater.SYNC_FLUSH);
        packed.length += count;
        if (count < room) return packed;
        packed.bytes = Arrays.copyOf(packed.bytes, packed.bytes.length * 2);
      }
    } finally {
      deflater.end();
    }
  }

  private void handOn() throws IOException {
    try {
      var packed = waiting.remove().get();
      output.take(packed.bytes, packed.length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while packing");
    } catch (ExecutionException e) {
      throw new IOException("packing failed", e);
    }
  }

  /// Hands on everything and ends the stream.
  void finish() throws IOException {
    while (!waiting.isEmpty())
      handOn();
    output.take(END, END.length);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}

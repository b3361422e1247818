package dev.holdfast.client.screen;

import dev.holdfast.client.ClientException;
import dev.holdfast.guard.Screen;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;

/// The batch reader takes any bytes: it answers them or says in one way that they are not
/// as described.
public final class BatchTarget {
  private static final Batch BATCH = new Batch(Screen.packed());

  private BatchTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      BATCH.run(new ByteArrayInputStream(data), OutputStream.nullOutputStream());
    } catch (ClientException e) {
      if (e.kind() != ClientException.Kind.USAGE) throw e;
    }
  }
}

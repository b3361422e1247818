package dev.holdfast.archive.restore;

import dev.holdfast.archive.snapshot.BlobRow;
import dev.holdfast.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A new file put together from blobs, and read back.
final class WrittenFile {
  private WrittenFile() {}

  /// @param path must not exist
  static void write(Path path, List<BlobRow> blobs, OpenLineage lineage) throws IOException {
    try (var file = FileChannel.open(path, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (var blob : blobs) {
        var bytes = lineage.view(blob);
        while (bytes.hasRemaining())
          file.write(bytes);
      }
      file.position(0);
      validate(file, blobs);
    }
  }

  private static void validate(FileChannel file, List<BlobRow> blobs) throws IOException {
    var buffer = ByteBuffer.allocate(1 << 17);
    for (var blob : blobs) {
      var digest = Sha256.digest();
      for (int rest = blob.length(); rest > 0; rest -= buffer.position()) {
        buffer.clear().limit(Math.min(rest, buffer.capacity()));
        if (file.read(buffer) < 0) throw new IOException("a file was cut while it was written");
        digest.update(buffer.array(), 0, buffer.position());
      }
      if (!Sha256.of(digest.digest()).equals(blob.sha256()))
        throw new IOException("the disk does not give back what was written to it");
    }
  }
}

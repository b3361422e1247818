package dev.holdfast.archive.split;

import dev.holdfast.archive.snapshot.Mode;
import java.io.IOException;

/// One source, found and ready to be read, possibly more than once.
interface Job {
  Mode mode();

  /// Tells sources apart, so that each has a lineage of its own.
  String source();

  /// Reads the source and stores what is new.
  ///
  /// @throws BaseNeededException if the session continues a lineage and a base is the better way
  Taken take(Session session) throws IOException;
}

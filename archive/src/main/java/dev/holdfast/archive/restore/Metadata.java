package dev.holdfast.archive.restore;

import dev.holdfast.archive.snapshot.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Sets modes and times as far as the system can.
final class Metadata {
  private static final PosixFilePermission[] BITS = {PosixFilePermission.OTHERS_EXECUTE,
      PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ,
      PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_READ, PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_READ};

  private Metadata() {}

  /// @param unset gets the name of an entry of which something could not be set
  static void set(Path path, TreeEntry.Head head, List<String> unset) {
    try {
      Files.setLastModifiedTime(path, head.modified());
      var views = path.getFileSystem().supportedFileAttributeViews();
      if (views.contains("posix")) Files.setPosixFilePermissions(path, permissions(head.mode()));
      else
        unset.add(head.name());
    } catch (IOException | UnsupportedOperationException e) {
      unset.add(head.name());
    }
  }

  /// The nine ordinary bits. Set-user-id and the like are kept in the snapshot and not set, since
  /// nobody should gain rights by a restore.
  private static Set<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BITS.length; bit++)
      if ((mode >>> bit & 1) == 1) permissions.add(BITS[bit]);
    return permissions;
  }
}

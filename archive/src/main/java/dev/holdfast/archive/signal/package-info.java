/// Signal's own backup formats, read and written as Signal does: the local v2 folder, `main` in
/// both layouts, media files, and the legacy single file. Everything else in Holdfast sees frames
/// and names.
@NullMarked
package dev.holdfast.archive.signal;

import org.jspecify.annotations.NullMarked;

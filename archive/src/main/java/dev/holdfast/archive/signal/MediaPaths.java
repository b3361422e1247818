package dev.holdfast.archive.signal;

import java.util.function.Consumer;

/// Every place of a frame that can name a media file. Source: docs/format.md, section 13.
final class MediaPaths {
  private static final FieldTree<Boolean> TREE = new FieldTree<Boolean>()
      .add(true,
          "4.11.3.1 4.11.5 4.11.1.4.3.1 4.11.4.3 4.12.1.6 4.13.1.5 4.18.1.1 4.19.1.2 3.9.2 1.9.18.2")
      .repeat(4, 6);

  private MediaPaths() {}

  static void visit(WireReader frame, Consumer<MediaPointer.Reading> use) {
    visit(TREE, frame, use);
  }

  private static void visit(FieldTree<Boolean> tree, WireReader fields,
      Consumer<MediaPointer.Reading> use) {
    while (fields.next()) {
      var child = tree.child(fields.number());
      if (child == null || !fields.isBytes()) continue;
      if (child.leaf() == null) visit(child, fields.message(), use);
      else
        use.accept(MediaPointer.read(fields.message()));
    }
  }
}

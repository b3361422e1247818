package dev.holdfast.archive.signal;

/// Every place of a frame that holds a file-local id. Source: docs/format.md, section 14.
final class IdPaths {
  /// An id at the end of a path.
  ///
  /// @param repeated whether it is a list, packed or not
  record Place(IdSpace space, boolean repeated) {}

  static final FieldTree<Place> TREE = new FieldTree<Place>()
      .add(new Place(IdSpace.RECIPIENT, false),
          """
              2.1 3.2 4.2 4.9.1.1 4.11.1.2 4.11.6.2 4.12.2.2 4.13.2.2 4.18.2.2 4.19.3.2 4.20.5.2
              4.15.8.3 4.15.8.4 4.15.11.2 4.20.3.2.1 4.22.1 6.2
              """)
      .add(new Place(IdSpace.RECIPIENT, true), "2.4.3.4 7.7 8.7 8.8")
      .add(new Place(IdSpace.CHAT, false), "3.1 4.1")
      .add(new Place(IdSpace.COLOR, false), "1.9.19.1 1.9.18.5 3.9.5")
      .repeat(4, 6);

  private IdPaths() {}
}

package dev.holdfast.archive.snapshot;

import dev.holdfast.kernel.Sha256;
import java.nio.ByteBuffer;

/// One media file of a Signal folder (docs/format.md, section 8).
///
/// @param name Signal's name: a hash, 32 bytes in hexadecimal
/// @param state whether and how it is stored
/// @param listed whether the snapshot's own list names it
/// @param firstBlob number of its first blob in the lineage
/// @param blobs how many blobs, one behind the other, make the file; 0 if it is absent
public record MediaRow(Sha256 name, State state, boolean listed, long firstBlob, int blobs) {
  /// Bytes of the form kept in record files; the name comes first.
  public static final int WIDTH = 32 + 1 + 8 + 4;

  /// Whether and how a media file is stored.
  public enum State {
    /// Its check value was right, or nobody knows its key.
    STORED(0),
    /// Its check value was wrong; stored as it was.
    DAMAGED(1),
    /// It was named but not there.
    ABSENT(2);

    private final int number;

    State(int number) {
      this.number = number;
    }
  }

  private static final State[] STATES = {State.STORED, State.DAMAGED, State.ABSENT};

  /// The form kept in record files.
  public byte[] toRecord() {
    return ByteBuffer.allocate(WIDTH)
        .put(name.raw())
        .put((byte) tag())
        .putLong(firstBlob)
        .putInt(blobs)
        .array();
  }

  /// Reads what [#toRecord] gave.
  public static MediaRow ofRecord(byte[] record) {
    var in = ByteBuffer.wrap(record);
    var name = new byte[Sha256.BYTES];
    in.get(name);
    int tag = in.get();
    return new MediaRow(Sha256.of(name), STATES[tag >>> 1], (tag & 1) == 1, in.getLong(),
        in.getInt());
  }

  private int tag() {
    return state.number * 2 + (listed ? 1 : 0);
  }

  void write(ByteWriter out) {
    out.fixed(name.raw()).number(tag()).number(blobs);
  }

  /// @param firstBlob rows take their blobs in order, so that it need not be written
  static MediaRow read(ByteReader in, long firstBlob) {
    var name = Sha256.of(in.fixed(Sha256.BYTES));
    int tag = in.small();
    if (tag >>> 1 >= STATES.length) throw in.damaged();
    int blobs = in.small();
    var state = STATES[tag >>> 1];
    if (state == State.ABSENT != (blobs == 0)) throw in.damaged();
    return new MediaRow(name, state, (tag & 1) == 1, firstBlob, blobs);
  }
}

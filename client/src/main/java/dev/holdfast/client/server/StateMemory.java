package dev.holdfast.client.server;

/// Remembers the largest counter a server has named, so that one that was set back is noticed.
public interface StateMemory {
  /// Remembers nothing: for calls without a home.
  StateMemory NONE = new StateMemory() {
    @Override
    public Mark newest() {
      return new Mark(0, "");
    }

    @Override
    public void saw(Mark mark) {}
  };

  /// @param counter 0 before the first answer
  /// @param proof the server's own check value; may be empty
  record Mark(long counter, String proof) {}

  /// The largest so far.
  Mark newest();

  /// Hears what an answer named; smaller counters are passed over.
  void saw(Mark mark);
}

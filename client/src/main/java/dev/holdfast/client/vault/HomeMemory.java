package dev.holdfast.client.vault;

import dev.holdfast.client.home.Home;
import dev.holdfast.client.server.StateMemory;

/// Remembers the server's counter in the home.
final class HomeMemory implements StateMemory {
  private final Home home;

  HomeMemory(Home home) {
    this.home = home;
  }

  @Override
  public Mark newest() {
    var seen = home.seen();
    return new Mark(seen.state(), seen.stateProof());
  }

  @Override
  public void saw(Mark mark) {
    if (mark.counter() > home.seen().state())
      home.see(seen -> seen.withState(mark.counter(), mark.proof()));
  }
}

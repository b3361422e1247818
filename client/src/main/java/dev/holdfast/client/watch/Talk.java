package dev.holdfast.client.watch;

import dev.holdfast.guard.Level;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.util.ArrayList;
import java.util.List;

/// One conversation while the watch runs: in memory only, the last turns alone.
final class Talk {
  private static final int MOST_ENTRIES = 60;
  private static final int MOST_TURNS = 40;

  private final List<Entry> entries = new ArrayList<>();
  private String name = "";
  private Level level = Level.CLEAR;
  private int kept;
  private boolean begunByThem;

  void named(String shown) {
    if (!shown.isEmpty()) name = shown;
  }

  String name() {
    return name;
  }

  void add(Entry entry) {
    if (entries.isEmpty() && level == Level.CLEAR) begunByThem = !entry.mine();
    entries.add(entry);
    if (entries.size() <= MOST_ENTRIES) return;
    entries.removeFirst();
    kept = Math.max(0, kept - 1);
  }

  /// What is left of the conversation in a form in which own secrets cannot be read.
  void hide(java.util.function.UnaryOperator<Entry> hiding) {
    entries.replaceAll(hiding);
  }

  /// As it stands: an edit replaces what it edits; what was taken back still counts.
  Conversation conversation(boolean contact, boolean group) {
    var turns = new ArrayList<Turn>();
    var times = new ArrayList<Long>();
    for (var entry : entries) {
      if (entry.kind() == Entry.Kind.DELETE) continue;
      var turn = new Turn(entry.mine() ? Turn.From.ME : Turn.From.THEM, entry.text(),
          entry.attachments());
      int edited = entry.kind() == Entry.Kind.EDIT ? times.lastIndexOf(entry.target()) : -1;
      if (edited >= 0) turns.set(edited, turn);
      else {
        turns.add(turn);
        times.add(entry.sent());
      }
    }
    boolean first = begunByThem && turns.stream().noneMatch(turn -> turn.from() == Turn.From.ME);
    return new Conversation("signal", new Sender(name, contact, first && !contact, group),
        turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size()));
  }

  Level level() {
    return level;
  }

  /// @return true if it is louder than before
  boolean raise(Level now) {
    boolean louder = now.compareTo(level) > 0;
    if (louder) level = now;
    return louder;
  }

  /// Entries that are not yet evidence; from then on they are.
  List<Entry> unkept() {
    var fresh = List.copyOf(entries.subList(kept, entries.size()));
    kept = entries.size();
    return fresh;
  }
}

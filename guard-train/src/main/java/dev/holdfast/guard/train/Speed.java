package dev.holdfast.guard.train;

import dev.holdfast.guard.Screen;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Turn;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Measures one core: messages a second, and the 99th percentile for conversations of 20 turns.
final class Speed {
  private static final int TURNS = 20;

  private Speed() {}

  static void print(List<Item> corpus) {
    var screen = Screen.packed();
    var talks = corpus.stream().map(Item::conversation).toList();
    for (var round = 0; round < 3; round++)
      judgeAll(screen, talks);
    var start = cpuNanos();
    judgeAll(screen, talks);
    var seconds = (cpuNanos() - start) / 1e9;
    var messages = talks.stream().mapToLong(t -> t.turns().size()).sum();
    System.out.printf(Locale.ROOT,
        "%nspeed on one core: %.0f messages a second (%.0f conversations)%n", messages / seconds,
        talks.size() / seconds);
    System.out.printf(Locale.ROOT, "20 turns: 99th percentile %.2f ms%n",
        percentile(screen, longTalks(talks)));
  }

  /// Processor time of this thread, so that a busy machine does not count.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void judgeAll(Screen screen, List<Conversation> talks) {
    for (var talk : talks)
      screen.judge(talk);
  }

  private static List<Conversation> longTalks(List<Conversation> talks) {
    var longTalks = new ArrayList<Conversation>();
    for (var i = 0; i + TURNS < talks.size() && longTalks.size() < 2000; i += 5) {
      var turns = new ArrayList<Turn>();
      for (var k = i; turns.size() < TURNS; k++)
        turns.addAll(talks.get(k % talks.size()).turns());
      longTalks.add(new Conversation("", talks.get(i).sender(), turns.subList(0, TURNS)));
    }
    return longTalks;
  }

  private static double percentile(Screen screen, List<Conversation> talks) {
    judgeAll(screen, talks);
    var millis = new double[talks.size()];
    for (var i = 0; i < millis.length; i++) {
      var start = cpuNanos();
      screen.judge(talks.get(i));
      millis[i] = (cpuNanos() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[(int) (millis.length * 0.99)];
  }
}

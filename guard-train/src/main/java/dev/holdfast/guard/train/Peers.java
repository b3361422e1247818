package dev.holdfast.guard.train;

import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.talk.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a training part and a test part in the forms that other classifiers read, and the guard's
/// own scores for the same test part, by a model and thresholds from the same training part: `Peers
/// FOLDER`. Lure families of the test part are in no training part. `bench/guard-peers` does
/// the rest.
public final class Peers {
  private static final int TEST_FOLD = 0;
  /// Others are slow to train: every third item, and every sixtieth public message, will do.
  private static final int EVERY = 3;
  private static final int EVERY_MESSAGE = 60;
  private static final int MOST_OF_A_KIND = 500;

  private final Path folder;

  private Peers(Path folder) {
    this.folder = folder;
  }

  /// Writes below the folder.
  public static void main(String[] args) throws IOException {
    var items = new ArrayList<>(Data.corpus());
    var messages = Data.publicSets();
    for (var i = 0; i < messages.size(); i += EVERY_MESSAGE)
      if (!Data.NEIGHBOURS.contains(messages.get(i).source())) items.add(messages.get(i));
    var peers = new Peers(Path.of(args[0]));
    var train = peers.part(items, false);
    var test = peers.part(items, true);
    peers.write("train", train);
    peers.write("test", test);
    peers.judge(train, test);
  }

  /// One in [#EVERY] of the corpus, and all of the messages, that belong to a part.
  private List<Item> part(List<Item> items, boolean test) {
    var part = new ArrayList<Item>();
    var counts = new int[3];
    for (var i = 0; i < items.size(); i++) {
      var item = items.get(i);
      if ((Splits.FAMILY.foldOf(item) == TEST_FOLD) != test) continue;
      var measuredOnly = PublicSets.MEASURED_ONLY.contains(item.source());
      if (test ? counts[kind(item)]++ >= MOST_OF_A_KIND : measuredOnly) continue;
      if (test || item.isHam() || i % EVERY == 0) part.add(item);
    }
    return part;
  }

  private static int kind(Item item) {
    return item.isLure() ? 0 : item.isHam() ? 2 : 1;
  }

  private static String name(Item item) {
    return List.of("lure", "negative", "talk").get(kind(item));
  }

  private void write(String part, List<Item> items) throws IOException {
    var lines = new ArrayList<String>();
    for (var i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var text = text(item);
      lines.add("__label__" + (item.isLure() ? "lure" : "other") + " "
          + text.toLowerCase(Locale.ROOT).replace('\n', ' '));
      var mail = folder.resolve(part).resolve(item.isLure() ? "lure" : "other");
      Files.createDirectories(mail);
      Files.writeString(mail.resolve(String.format(Locale.ROOT, "%05d.eml", i)), mail(item, text));
    }
    Files.write(folder.resolve(part + ".txt"), lines);
    Files.write(folder.resolve(part + ".kinds"), items.stream().map(Peers::name).toList());
  }

  private static String text(Item item) {
    return item.conversation().turns().stream().map(Turn::text).collect(Collectors.joining("\n"));
  }

  private static String mail(Item item, String text) {
    var name = item.conversation().sender().profileName().replaceAll("[^ -~]|\"", "");
    return "From: \"" + name + "\" <sender@example.org>\nTo: <reader@example.org>\n"
        + "Date: Mon, 23 Nov 2026 12:00:00 +0000\nMessage-ID: <" + (text.hashCode() & 0x7fffffff)
        + "@example.org>\nSubject: message\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text
        + "\n";
  }

  private void judge(List<Item> train, List<Item> test) {
    var screen = Screen.of(Train.model(Train.varied(train, new Examples())));
    test.forEach(item -> screen.judge(item.conversation()));
    var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    var lines = new ArrayList<String>();
    for (var item : test) {
      var verdict = screen.judge(item.conversation());
      lines.add(String.format(Locale.ROOT, "%.6f %d", verdict.score(),
          verdict.level() == Level.CLEAR ? 0 : 1));
    }
    var seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    try {
      Files.write(folder.resolve("guard.scores"), lines);
      Files.writeString(folder.resolve("guard.seconds"),
          String.format(Locale.ROOT, "%.3f%n", seconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

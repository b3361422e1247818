package dev.holdfast.desk.campaign;

import dev.holdfast.desk.database.DeskDatabase;
import dev.holdfast.desk.report.Reading;
import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.report.ReportJson;
import dev.holdfast.desk.trait.Traits;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes in a file of lines, some hundred a transaction.
final class LineIntake {
  private static final int A_BATCH = 400;
  private static final int LONGEST_LINE = 4_000_000;

  private record Bad(int line, String reason, String raw) {}

  private final DeskDatabase database;
  private final Traits traits;
  private final Clock clock;
  private final String source;
  private final Consumer<String> aside;
  private final List<Report> read = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();
  private final Map<Added, Integer> counts = new EnumMap<>(Added.class);
  private int badCount;

  LineIntake(DeskDatabase database, Traits traits, Clock clock, String source,
      Consumer<String> aside) {
    this.database = database;
    this.traits = traits;
    this.clock = clock;
    this.source = source;
    this.aside = aside;
  }

  Imported take(BufferedReader lines) throws IOException {
    var number = 0;
    for (var line = next(lines); line != null; line = next(lines)) {
      number++;
      if (!line.isBlank()) read(number, line);
      if (read.size() + bad.size() >= A_BATCH) store();
    }
    store();
    var imported = new Imported(count(Added.NEW), count(Added.NEWER), count(Added.KNOWN), badCount);
    database.change(db -> DecisionStore.step(db, clock.instant(), "import",
        "%d new, %d newer, %d known, %d aside".formatted(imported.added(), imported.newer(),
            imported.known(), imported.aside())));
    return imported;
  }

  /// A line; of a longer one than anybody writes only the beginning, which then is no JSON.
  private static @Nullable String next(BufferedReader lines)
      throws IOException {
    var line = new StringBuilder();
    for (var c = lines.read(); c != '\n'; c = lines.read()) {
      if (c < 0) return line.isEmpty() ? null : line.toString();
      if (line.length() < LONGEST_LINE) line.append((char) c);
    }
    return line.toString();
  }

  private void read(int number, String line) {
    var text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
    switch (ReportJson.read(text)) {
      case Reading.Read(var report) -> read.add(report);
      case Reading.Aside(var reason) -> {
        bad.add(new Bad(number, reason, line));
        badCount++;
        aside.accept("line " + number + " was kept aside: " + reason);
      }
    }
  }

  private int count(Added added) {
    return counts.getOrDefault(added, 0);
  }

  private void store() {
    if (read.isEmpty() && bad.isEmpty()) return;
    var ready = read.parallelStream().map(report -> Intake.Ready.of(report, traits)).toList();
    database.change(db -> {
      var now = clock.instant();
      for (var one : ready)
        counts.merge(Intake.add(db, one, now), 1, Integer::sum);
      for (var one : bad)
        ReportStore.aside(db, now, source, one.line, one.reason, one.raw);
    });
    read.clear();
    bad.clear();
  }
}

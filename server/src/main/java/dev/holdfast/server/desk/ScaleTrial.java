package dev.holdfast.server.desk;

import com.sun.management.OperatingSystemMXBean;
import dev.holdfast.desk.benchmark.Generator;
import dev.holdfast.desk.benchmark.Labelled;
import dev.holdfast.desk.report.Report;
import dev.holdfast.desk.report.ReportJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongUnaryOperator;

/// How fast the desk is when it holds many reports.
final class ScaleTrial {
  private static final Generator.Plan WORLD = new Generator.Plan(40, 24, .2);
  private static final int SINGLE = 300;
  private static final List<String> QUERIES = List.of("recovery key", "signal support",
      "resguardo copias", "verification code", "nothing like this");

  private final Desk desk;
  private final DeskCall call;

  ScaleTrial(Desk desk, DeskCall call) {
    this.desk = desk;
    this.call = call;
  }

  void run(int size, Path folder) throws IOException {
    var file = folder.resolve("reports.jsonl");
    write(file, size);
    timed("import " + size + " reports", size, () -> {
      try (var lines = Files.newBufferedReader(file)) {
        desk.campaigns().take(lines, "scale", line -> {});
      }
    });
    timed("part them", size, desk.campaigns()::settle);
    var fresh = Generator.make(999_999, WORLD).reports();
    percentiles("one new report linked", SINGLE,
        i -> add(fresh.get((int) (i % fresh.size())), i));
    timed("part what that changed", SINGLE, desk.campaigns()::settle);
    percentiles("a search", SINGLE, this::search);
    timed("rebuild", size, desk.campaigns()::rebuild);
    call.out("memory at most " + peak() + "; database "
        + Files.size(folder.resolve("desk.db")) / 1_000_000 + " MB");
  }

  private static void write(Path file, int size) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      var left = size;
      for (var seed = 1_000_000L; left > 0; seed++) {
        for (var one : Generator.make(seed, WORLD).reports()) {
          if (left-- <= 0) break;
          lines.write(ReportJson.write(named(one.report(), seed)));
          lines.write('\n');
        }
      }
    }
  }

  private static Report named(Report report, long seed) {
    return new Report(seed + "-" + report.id(), report.at(), report.app(), report.sender(),
        report.lang(), report.turns(), report.links(), report.qr(), report.image(),
        report.community());
  }

  private long add(Labelled one, long round) {
    var report = named(one.report(), -round);
    var start = System.nanoTime();
    desk.campaigns().add(report);
    return System.nanoTime() - start;
  }

  private long search(long round) {
    var start = System.nanoTime();
    desk.campaigns().search(QUERIES.get((int) (round % QUERIES.size())));
    return System.nanoTime() - start;
  }

  private interface Work {
    void run() throws IOException;
  }

  private void timed(String what, int reports, Work work) throws IOException {
    var start = System.nanoTime();
    var spent = processor();
    work.run();
    var seconds = (System.nanoTime() - start) / 1e9;
    call.out(String.format(Locale.ROOT, "%-28s %9.1f s %9.0f reports/s %9.1f s of processors",
        what, seconds, reports / seconds, processor() - spent));
  }

  /// Seconds of processor time of this process: what a busy machine cannot stretch.
  private static double processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private void percentiles(String what, int times, LongUnaryOperator work) {
    var nanos = new long[times];
    for (var i = 0; i < times; i++)
      nanos[i] = work.applyAsLong(i);
    Arrays.sort(nanos);
    call.out(String.format(Locale.ROOT, "%-28s %9.1f ms median %9.1f ms at 99 %%", what,
        nanos[times / 2] / 1e6, nanos[times * 99 / 100] / 1e6));
  }

  /// What the kernel says was the most this process held.
  private static String peak() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return "unknown";
    return Files.readAllLines(status)
        .stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\D", ""))
        .map(kilobytes -> Long.parseLong(kilobytes) / 1000 + " MB")
        .findFirst()
        .orElse("unknown");
  }
}

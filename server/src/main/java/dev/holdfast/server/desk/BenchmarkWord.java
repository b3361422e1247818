package dev.holdfast.server.desk;

import dev.holdfast.desk.benchmark.Generator;
import dev.holdfast.desk.benchmark.Trial;
import dev.holdfast.desk.judgement.Answer;
import dev.holdfast.desk.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/// `desk benchmark`: the desk against the generator, on a database of its own that is thrown away.
final class BenchmarkWord implements DeskWord {
  @Override
  public String usage() {
    return "benchmark [--seeds FROM-TO] [--write SEED] [--scale REPORTS]";
  }

  @Override
  public int run(Desk desk, DeskCall call) throws IOException {
    call.flag("--json");
    var write = call.option("--write");
    var seeds = call.option("--seeds").orElse("101-110").split("-", 2);
    var scale = call.option("--scale");
    call.words(0, 0);
    if (scale.isPresent()) return scale(Integer.parseInt(scale.get()), call);
    if (write.isPresent()) return write(Long.parseLong(write.get()), call);
    call.out("seed    reports  B3 pre  B3 rec    B3 F    merged    Cllr undecided   "
        + "answers for pairs of one group | of different groups");
    for (var seed = Long.parseLong(seeds[0]); seed <= Long.parseLong(
        seeds[seeds.length - 1]); seed++)
      call.out(row(String.valueOf(seed), trial(seed)));
    return 0;
  }

  private static int write(long seed, DeskCall call) {
    for (var one : Generator.make(seed, Generator.Plan.USUAL).reports())
      call.out("{\"group\":\"" + one.group() + "\",\"playbook\":\"" + one.playbook()
          + "\",\"report\":" + ReportJson.write(one.report()) + "}");
    return 0;
  }

  private static int scale(int size, DeskCall call) throws IOException {
    withEmptyDesk((desk, folder) -> {
      new ScaleTrial(desk, call).run(size, folder);
      return 0;
    });
    return 0;
  }

  private interface Work<T> {
    T run(Desk desk, Path folder) throws IOException;
  }

  private static Trial trial(long seed) throws IOException {
    return withEmptyDesk((desk, folder) -> Trial.run(desk.campaigns(),
        Generator.make(seed, Generator.Plan.USUAL), seed));
  }

  private static <T> T withEmptyDesk(Work<T> work) throws IOException {
    var folder = Files.createTempDirectory("desk-benchmark");
    try (var desk = Desk.open(folder.resolve("desk.db"), Clock.systemUTC())) {
      return work.run(desk, folder);
    } catch (SQLException e) {
      throw new IOException("the benchmark's database could not be used", e);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList())
        Files.delete(file);
    }
  }

  private static String row(String seed, Trial trial) {
    return String.format(Locale.ROOT,
        "%-6s %8d %7.3f %7.3f %7.3f %9.4f %7.3f %9.3f   %s | %s", seed, trial.reports(),
        trial.bCubed().precision(),
        trial.bCubed().recall(), trial.bCubed().f(), trial.merged(), trial.cllr(),
        trial.undecided(), answers(trial.same()), answers(trial.different()));
  }

  private static String answers(Map<Answer, Integer> answers) {
    var text = new StringBuilder();
    answers.forEach((answer, count) -> text.append(answer.word())
        .append(' ')
        .append(count)
        .append(' '));
    return text.toString().strip();
  }
}

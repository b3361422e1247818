import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns bench/results/results.tsv into the table of docs/performance-table.md and the plot docs/performance.svg. Columns: messages,
/// tool, measure, value, peak memory in MB. Several rounds of one measure become their median.
public final class Report {
  record Row(String size, String tool, String measure) {}

  record Value(double value, double low, double high, double peak) {}

  public static void main(String[] words) throws IOException {
    var rounds = read(Path.of(words[0]));
    var values = new LinkedHashMap<Row, Value>();
    rounds.forEach((row, lines) -> values.put(row, summary(lines)));
    Files.writeString(Path.of(words[1], "performance-table.md"), table(values));
    Files.writeString(Path.of(words[1], "performance.svg"), plot(values));
  }

  static Map<Row, List<double[]>> read(Path results) throws IOException {
    var rows = new LinkedHashMap<Row, List<double[]>>();
    for (var line : Files.readAllLines(results)) {
      var cells = line.split("\t");
      var row = new Row(cells[0], cells[1], cells[2]);
      double peak = cells[4].equals("-") ? Double.NaN : Double.parseDouble(cells[4]);
      rows.computeIfAbsent(row, ignored -> new ArrayList<>()).add(new double[] {Double.parseDouble(cells[3]), peak});
    }
    return rows;
  }

  static Value summary(List<double[]> lines) {
    var sorted = lines.stream().mapToDouble(line -> line[0]).sorted().toArray();
    double peak = lines.stream().mapToDouble(line -> line[1]).max().orElse(Double.NaN);
    return new Value(sorted[(sorted.length - 1) / 2], sorted[0], sorted[sorted.length - 1], peak);
  }

  static String table(Map<Row, Value> values) {
    var text = new StringBuilder("| messages | measure | tool | median | min – max | peak memory, MB |\n|---|---|---|---|---|---|\n");
    values.forEach((row, value) -> text.append("| %s | %s | %s | %s | %s – %s | %s |%n".formatted(thousands(row.size()), row.measure(), row.tool(),
        number(value.value()), number(value.low()), number(value.high()), Double.isNaN(value.peak()) ? "" : number(value.peak()))));
    return text.toString();
  }

  static String plot(Map<Row, Value> values) {
    var bars = new StringBuilder();
    int y = 20;
    var groups = values.keySet().stream().filter(row -> row.measure().endsWith("seconds") || row.measure().startsWith("day 2"))
        .map(row -> row.size() + "\t" + row.measure().replaceAll(" on (main|frames)|, new frames", "")).distinct().toList();
    for (var group : groups) {
      var size = group.split("\t")[0];
      var measure = group.split("\t")[1];
      var members = values.entrySet().stream().filter(entry -> entry.getKey().size().equals(size)
          && entry.getKey().measure().replaceAll(" on (main|frames)|, new frames", "").equals(measure)).toList();
      double most = members.stream().mapToDouble(entry -> entry.getValue().value()).max().orElse(1);
      bars.append("<text class=\"title\" x=\"10\" y=\"%d\">%s messages: %s</text>%n".formatted(y + 12, thousands(size), measure));
      y += 20;
      for (var member : members) {
        double width = Math.max(1, 420 * member.getValue().value() / most);
        var label = member.getKey().tool() + (member.getKey().measure().contains(" on ") ? member.getKey().measure().replaceAll(".* (on \\w+),.*", " $1") : "");
        bars.append("<text x=\"150\" y=\"%d\" text-anchor=\"end\">%s</text>".formatted(y + 12, label));
        bars.append("<rect class=\"%s\" x=\"158\" y=\"%d\" width=\"%s\" height=\"14\"/>".formatted(member.getKey().tool(), y + 1, number(width)));
        bars.append("<text x=\"%s\" y=\"%d\">%s</text>%n".formatted(number(164 + width), y + 12, number(member.getValue().value())));
        y += 18;
      }
      y += 12;
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 %d" role="img" aria-label="Holdfast beside restic and borg; the figures stand in the table">
        <style>text { font: 12px sans-serif; fill: #222 } .title { font-weight: bold } rect { fill: #9aa5b1 } .holdfast { fill: #1b6e53 } .gzip { fill: #d9b44a }
        @media (prefers-color-scheme: dark) { text { fill: #ddd } }</style>
        %s</svg>
        """.formatted(y + 10, bars);
  }

  static String number(double value) {
    return value >= 1000 || value == Math.rint(value) ? thousands(String.valueOf(Math.round(value))) : String.format(Locale.ROOT, "%.2f", value);
  }

  static String thousands(String digits) {
    return digits.replaceAll("\\B(?=(\\d{3})+$)", " ");
  }
}

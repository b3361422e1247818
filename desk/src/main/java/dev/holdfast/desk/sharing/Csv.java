package dev.holdfast.desk.sharing;

import dev.holdfast.guard.ask.Ask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// For everybody else (RFC 4180): a line for each indicator, one without for a campaign that
/// has none.
public final class Csv {
  private static final String HEADER = "campaign,name,kind,value,tlp,first_seen,modified,asks\r\n";

  private Csv() {}

  /// The file; dossiers are expected in the order in which they shall stand.
  public static byte[] of(List<Dossier> dossiers) {
    return (HEADER + dossiers.stream().flatMap(Csv::lines).collect(Collectors.joining()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<String> lines(Dossier dossier) {
    return dossier.indicators().isEmpty()
        ? Stream.of(line(dossier, "", ""))
        : dossier.indicators().stream().map(i -> line(dossier, i.kind().word(), i.value()));
  }

  private static String line(Dossier dossier, String kind, String value) {
    return Stream.of(dossier.id().toString(), dossier.name(), kind, value, dossier.tlp().word(),
        dossier.firstSeen().toString(), dossier.modified().toString(),
        dossier.asks().stream().map(Ask::wire).collect(Collectors.joining(" ")))
        .map(Csv::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /// What a spreadsheet would run as a formula is set apart; a telephone number is none.
  private static String cell(String text) {
    var safe = text.matches("(?s)[=@\\t-].*|\\+(?!\\d[\\d ()-]*$).*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}

package dev.holdfast.server.warning;

import dev.holdfast.desk.sharing.Audience;
import dev.holdfast.desk.sharing.Csv;
import dev.holdfast.desk.sharing.Dossier;
import dev.holdfast.desk.sharing.Held;
import dev.holdfast.desk.sharing.Imported;
import dev.holdfast.desk.sharing.Misp;
import dev.holdfast.desk.sharing.MispReader;
import dev.holdfast.desk.sharing.Stix;
import dev.holdfast.desk.sharing.StixReader;
import dev.holdfast.desk.sharing.Taxonomy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `holdfast-server desk share add|import|list|export`
final class ShareWord implements Word {
  private static final int MOST_BYTES = 64 << 20;

  private record Document(String id, String name, String tlp, String added, List<String> asks,
      int indicators) {}

  private record Took(int kept, int known, int aside) {}

  @Override
  public String usage() {
    return """
        share add --file FILE
        share import --file FILE --as stix|misp
        share list [--json]
        share export --to DIR --as stix|misp|csv|taxonomy [--for public|community|clients]
        """;
  }

  @Override
  public void run(List<String> all, WarningDesk desk, PrintStream out) throws IOException {
    var words = Words.read(all, Set.of("--file", "--as", "--to", "--for"));
    try {
      switch (words.first("add, import, list or export")) {
        case "add" -> told(desk.dossiers().add(file(words)), words, out);
        case "import" -> took(words, desk, out);
        case "list" -> desk.dossiers().all().forEach(held -> told(held, words, out));
        case "export" -> exported(words, desk, out);
        default -> throw new IllegalArgumentException(
            "dossiers are added, imported, listed or exported");
      }
    } catch (IllegalArgumentException e) {
      throw new DeskRefusal(DeskRefusal.USAGE, String.valueOf(e.getMessage()), "");
    }
  }

  private static void took(Words words, WarningDesk desk, PrintStream out) throws IOException {
    var imported = read(words, desk);
    int kept = desk.dossiers().add(imported);
    imported.aside().forEach(sentence -> System.err.println("holdfast-server: " + sentence));
    var took = new Took(kept, imported.dossiers().size() - kept, imported.aside().size());
    out.println(words.json()
        ? DeskJson.line(took)
        : took.kept() + " kept, " + took.known() + " known, " + took.aside() + " left aside");
  }

  private static Imported read(Words words, WarningDesk desk) {
    return switch (words.needed("--as")) {
      case "stix" -> StixReader.read(file(words), desk.clock().instant());
      case "misp" -> MispReader.read(file(words));
      default -> throw new IllegalArgumentException("what is imported is stix or misp");
    };
  }

  private static byte[] file(Words words) {
    return WordFile.read(words.needed("--file"), MOST_BYTES);
  }

  private static void exported(Words words, WarningDesk desk, PrintStream out)
      throws IOException {
    var audience = Audience.of(words.option("--for").orElse("public"))
        .orElseThrow(() -> new IllegalArgumentException(
            "an audience is public, community or clients"));
    var visible = desk.dossiers().visible(audience).stream().map(Held::dossier).toList();
    var folder = Path.of(words.needed("--to"));
    Files.createDirectories(folder);
    for (var file : files(words.needed("--as"), visible, desk).entrySet())
      Files.write(folder.resolve(file.getKey()), file.getValue());
    int held = desk.dossiers().all().size() - visible.size();
    out.println(visible.size() + " exported, " + held + " held back by their traffic light");
  }

  private static Map<String, byte[]> files(String form, List<Dossier> dossiers,
      WarningDesk desk) {
    return switch (form) {
      case "stix" -> Map.of("bundle.json", Stix.bundle(dossiers, desk.publisher()));
      case "misp" -> Misp.feed(dossiers, desk.publisher());
      case "csv" -> Map.of("indicators.csv", Csv.of(dossiers));
      case "taxonomy" -> Map.of("machinetag.json", Taxonomy.machinetag());
      default ->
        throw new IllegalArgumentException("a form is stix, misp, csv or taxonomy");
    };
  }

  private static void told(Held held, Words words, PrintStream out) {
    var dossier = held.dossier();
    var asks = dossier.asks().stream().map(ask -> ask.wire()).toList();
    out.println(words.json()
        ? DeskJson.line(new Document(dossier.id().toString(), dossier.name(),
            dossier.tlp().word(), held.addedAt().toString(), asks, dossier.indicators().size()))
        : dossier.id() + "  tlp:" + dossier.tlp().word() + "  " + dossier.name());
  }
}

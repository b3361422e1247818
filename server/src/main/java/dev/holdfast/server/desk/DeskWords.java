package dev.holdfast.server.desk;

import dev.holdfast.desk.campaign.Decision;
import dev.holdfast.desk.campaign.UnknownReportException;
import dev.holdfast.server.warning.WarningWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which words there are.
public final class DeskWords {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int NO_SUCH_THING = 3;
  private static final Map<String, DeskWord> WORDS = words();

  private DeskWords() {}

  private static Map<String, DeskWord> words() {
    var words = new LinkedHashMap<String, DeskWord>();
    words.put("import", new ImportWord());
    words.put("published", new PublishedWord());
    words.put("campaigns", new CampaignsWord());
    words.put("judge", new JudgeWord());
    words.put("merge", new DecideWord(Decision.Kind.MERGE));
    words.put("split", new DecideWord(Decision.Kind.SPLIT));
    words.put("pin", new DecideWord(Decision.Kind.PIN));
    words.put("overrule", new DecideWord(Decision.Kind.OVERRULE));
    words.put("log", new LogWord());
    words.put("search", new SearchWord());
    words.put("rebuild", new RebuildWord());
    words.put("benchmark", new BenchmarkWord());
    return words;
  }

  /// Runs one call.
  ///
  /// @param all the words behind `desk`, the name first
  /// @param folder against which file names are meant
  /// @return the exit code
  static int run(Desk desk, List<String> all, Path folder, DeskCall.Teller teller)
      throws IOException {
    var json = all.indexOf("--json");
    var name = all.stream().filter(w -> !w.startsWith("--")).findFirst().orElse("");
    if (name.isEmpty() || name.equals("help") || all.contains("--help")) {
      for (var word : WORDS.values())
        teller.out("holdfast-server desk " + word.usage());
      for (var line : WarningWords.usage())
        teller.out("holdfast-server desk " + line);
      return name.isEmpty() && !all.contains("--help") ? USAGE : 0;
    }
    var word = WORDS.get(name);
    if (word == null)
      return fail(teller, USAGE, "there is no word \"" + name + "\" for the desk",
          "\"holdfast-server desk help\" says what there is");
    var rest = new ArrayList<>(all);
    rest.remove(name);
    if (json >= 0 && !rest.contains("--json")) rest.add("--json");
    return run(desk, word, new DeskCall(rest, folder, teller), teller);
  }

  private static int run(Desk desk, DeskWord word, DeskCall call, DeskCall.Teller teller)
      throws IOException {
    try {
      return word.run(desk, call);
    } catch (UnknownReportException e) {
      return fail(teller, NO_SUCH_THING, String.valueOf(e.getMessage()),
          "\"holdfast-server desk campaigns\" lists what there is");
    } catch (NoSuchFileException e) {
      return fail(teller, NO_SUCH_THING, "there is no file " + e.getMessage(), "");
    } catch (IllegalArgumentException e) {
      return fail(teller, USAGE, String.valueOf(e.getMessage()),
          "holdfast-server desk " + word.usage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      return fail(teller, FAILED, "a file could not be read: " + e.getMessage(), "");
    }
  }

  private static int fail(DeskCall.Teller teller, int code, String sentence, String hint)
      throws IOException {
    teller.err("holdfast-server: " + sentence);
    if (!hint.isEmpty()) teller.err("holdfast-server: hint: " + hint);
    return code;
  }
}

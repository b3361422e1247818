package dev.holdfast.server.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.holdfast.server.admin.AdminSocket;
import dev.holdfast.server.config.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// `holdfast-server desk …`: told to the running server, or done on the database alone if none
/// runs. Over the socket an answer is lines: `o` and `e` before what belongs on the two outputs, at
/// last `c` and the exit code.
public final class DeskCommand {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WORD = "desk ";

  private DeskCommand() {}

  /// Runs one call.
  ///
  /// @param words behind `desk`
  /// @return the exit code
  public static int run(Path folder, List<String> words, InputStream in, PrintStream out,
      PrintStream err) throws IOException, SQLException {
    Files.createDirectories(folder);
    var standard = words.contains("-")
        ? Files.createTempFile(folder, "import", ".jsonl")
        : null;
    try {
      if (standard != null) Files.copy(in, standard, StandardCopyOption.REPLACE_EXISTING);
      var all = new ArrayList<>(words);
      if (standard != null) all.replaceAll(w -> w.equals("-") ? standard.toString() : w);
      return told(folder, all, out, err);
    } finally {
      if (standard != null) Files.deleteIfExists(standard);
    }
  }

  private static int told(Path folder, List<String> words, PrintStream out, PrintStream err)
      throws IOException, SQLException {
    var here = Path.of("").toAbsolutePath();
    var line = JSON.createObjectNode().put("folder", here.toString());
    words.forEach(line.putArray("words")::add);
    var code = new int[]{1};
    var answered = AdminSocket.ask(folder, WORD + line, answer -> {
      var rest = answer.substring(Math.min(2, answer.length()));
      if (answer.startsWith("o ")) out.println(rest);
      if (answer.startsWith("e ")) err.println(rest);
      if (answer.startsWith("c ")) code[0] = Integer.parseInt(rest);
    });
    return answered ? code[0] : alone(folder, words, here, out, err);
  }

  private static int alone(Path folder, List<String> words, Path here, PrintStream out,
      PrintStream err) throws IOException, SQLException {
    try (var home = Home.take(folder); var desk = Desk.open(home.desk(), Clock.systemUTC())) {
      return DeskWords.run(desk, words, here, teller(out, err));
    }
  }

  private static DeskCall.Teller teller(PrintStream out, PrintStream err) {
    return new DeskCall.Teller() {
      @Override
      public void out(String line) {
        out.println(line);
      }

      @Override
      public void err(String line) {
        err.println(line);
      }
    };
  }

  /// Whether a line over the socket is for the desk.
  public static boolean isMeant(String line) {
    return line.startsWith(WORD);
  }

  /// Answers a line over the socket.
  public static void answer(Desk desk, String line, Writer answer) throws IOException {
    var words = new ArrayList<String>();
    var folder = new String[]{""};
    read(line, words, folder);
    var code = DeskWords.run(desk, words, Path.of(folder[0]), new DeskCall.Teller() {
      @Override
      public void out(String text) throws IOException {
        answer.write("o " + text + "\n");
      }

      @Override
      public void err(String text) throws IOException {
        answer.write("e " + text + "\n");
      }
    });
    answer.write("c " + code + "\n");
  }

  private static void read(String line, List<String> words, String[] folder)
      throws JsonProcessingException {
    var node = JSON.readTree(line.substring(WORD.length()));
    folder[0] = node.path("folder").asText();
    node.path("words").forEach(word -> words.add(word.asText()));
  }
}

package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs the files of src/test/transcripts: after `$ ` a command, then exactly what it prints (lines
/// of standard error behind `! `), then `? ` and its exit code. DIR is an empty folder.
class TranscriptTest {
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"),
      ZoneOffset.UTC);

  @TempDir
  Path folder;

  record Step(String command, List<String> said, List<String> complained, int exit) {}

  @TestFactory
  List<DynamicTest> everyTranscriptHoldsWordForWord() throws IOException {
    try (var files = Files.list(Path.of("src/test/transcripts"))) {
      var tests = files.sorted()
          .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()),
              () -> play(steps(file))))
          .toList();
      assertTrue(tests.size() >= 5, "the transcripts are there");
      return tests;
    }
  }

  private void play(List<Step> steps) throws IOException {
    Files.writeString(folder.resolve("signal-key"), "k7wq".repeat(16) + "\n");
    Files.writeString(folder.resolve("scribble"), "not a code\n");
    for (var step : steps) {
      var terminal = new ScriptedTerminal(NOON).with("HOLDFAST_HOME",
          folder.resolve("home").toString());
      var words = step.command().replace("DIR", folder.toString()).split(" ", -1);
      int exit = Main.run(terminal, words);
      assertEquals(lines(step.said()), hidden(terminal.said()), step.command());
      assertEquals(lines(step.complained()), hidden(terminal.complained()), step.command());
      assertEquals(step.exit(), exit, step.command());
    }
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private String hidden(String text) {
    return text.replace(folder.toString(), "DIR");
  }

  private static List<Step> steps(Path file) throws IOException {
    var steps = new ArrayList<Step>();
    var said = new ArrayList<String>();
    var complained = new ArrayList<String>();
    var command = "";
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith("$ holdfast ")) command = line.substring("$ holdfast ".length());
      else if (line.startsWith("! ")) complained.add(line.substring(2));
      else if (line.startsWith("? ")) {
        steps.add(new Step(command, List.copyOf(said), List.copyOf(complained),
            Integer.parseInt(line.substring(2))));
        said.clear();
        complained.clear();
      } else said.add(line);
    }
    return steps;
  }
}

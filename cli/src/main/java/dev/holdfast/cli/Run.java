package dev.holdfast.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// Parses one command line and runs its command.
final class Run {
  private final Terminal terminal;
  private final Holdfast app;

  Run(Terminal terminal) {
    this.terminal = terminal;
    app = new Holdfast(terminal);
  }

  int run(List<String> words) {
    var asked = helpAsked(words);
    var name = chosen(asked);
    if (name.isEmpty()) return noCommand(asked);
    if (name.get().equals("completion")) return completion();
    var make = Commands.all().get(name.get());
    if (make == null) return unknown(name.get());
    var line = line();
    try {
      add(line, name.get(), make.apply(app));
      return line.execute(asked.toArray(String[]::new));
    } catch (RuntimeException e) {
      return Failures.tell(terminal, e);
    }
  }

  /// `help COMMAND …` is `COMMAND … --help`.
  private static List<String> helpAsked(List<String> words) {
    if (!words.getFirst().equals("help")) return words;
    var asked = new ArrayList<>(words.subList(1, words.size()));
    asked.add("--help");
    return asked;
  }

  /// The first word that is neither an option nor the value of `--home`.
  private static Optional<String> chosen(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("--home")) i++;
      else if (!word.startsWith("-")) return Optional.of(word);
    }
    return Optional.empty();
  }

  private int noCommand(List<String> words) {
    if (words.contains("--version")) {
      terminal.out().println("holdfast " + Main.version());
      return ExitCode.DONE;
    }
    if (words.contains("--help") || words.contains("-h")) {
      terminal.out().print(Overview.text());
      return ExitCode.DONE;
    }
    Failures.say(terminal.err(), "a command is missing", "see them all with \"holdfast help\"");
    return ExitCode.USAGE;
  }

  private int unknown(String name) {
    Failures.say(terminal.err(), "there is no command \"" + name + "\"",
        "see them all with \"holdfast help\"");
    return ExitCode.USAGE;
  }

  private int completion() {
    var line = line();
    Commands.all().forEach((name, make) -> add(line, name, make.apply(app)));
    terminal.out().print(AutoComplete.bash("holdfast", line));
    return ExitCode.DONE;
  }

  private static void add(CommandLine line, String name, Object command) {
    var subcommand = new CommandLine(command);
    line.addSubcommand(name, subcommand);
    describeExits(subcommand);
  }

  private static void describeExits(CommandLine command) {
    command.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.list());
    command.getSubcommands().values().forEach(Run::describeExits);
  }

  private CommandLine line() {
    return new CommandLine(app)
        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
        .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(this::misused)
        .setExecutionExceptionHandler((failure, line, result) -> failed(failure));
  }

  private int failed(Exception failure) {
    return failure instanceof SignalKeyTypedException
        ? Phishing.warn(app)
        : Failures.tell(terminal, failure);
  }

  private int misused(ParameterException failure, String[] words) {
    var name = failure.getCommandLine().getCommandSpec().qualifiedName();
    Failures.say(terminal.err(), lowerFirst(String.valueOf(failure.getMessage())),
        "see \"" + name + " --help\"");
    return ExitCode.USAGE;
  }

  private static String lowerFirst(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}

package dev.holdfast.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A terminal that answers from a script and keeps what it is told. Without answers nobody sits there.
public final class ScriptedTerminal implements Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private final Map<String, String> environment = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> prompts = new ArrayList<>();
  private final Clock clock;
  private byte[] in = {};
  private boolean interactive;

  public ScriptedTerminal(Clock clock) {
    this.clock = clock;
  }

  /// A person who gives these answers, in order.
  public ScriptedTerminal answering(String... given) {
    interactive = true;
    answers.addAll(List.of(given));
    return this;
  }

  public ScriptedTerminal piping(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public ScriptedTerminal with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public List<String> prompts() {
    return prompts;
  }

  @Override
  public PrintStream out() {
    return outStream;
  }

  @Override
  public PrintStream err() {
    return errStream;
  }

  @Override
  public InputStream in() {
    return new ByteArrayInputStream(in);
  }

  @Override
  public boolean interactive() {
    return interactive;
  }

  @Override
  public Optional<String> ask(String prompt) {
    prompts.add(prompt);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<char[]> askSecret(String prompt) {
    return ask(prompt).map(String::toCharArray);
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Clock clock() {
    return clock;
  }
}

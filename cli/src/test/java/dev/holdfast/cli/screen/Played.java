package dev.holdfast.cli.screen;

import dev.holdfast.cli.Main;
import dev.holdfast.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A terminal that plays standard input and records what is said.
final class Played implements Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private InputStream in = InputStream.nullInputStream();
  private boolean interactive;
  private int code;

  Played(Path home) {
    environment.put("HOLDFAST_HOME", home.toString());
  }

  Played typing(String input) {
    in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Played speaking(String lang) {
    environment.put("LANG", lang);
    return this;
  }

  Played atATerminal() {
    interactive = true;
    return this;
  }

  Played run(String... words) {
    out.reset();
    err.reset();
    code = Main.run(this, words);
    return this;
  }

  int code() {
    return code;
  }

  String told() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String remarked() {
    return err.toString(StandardCharsets.UTF_8);
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
    return in;
  }

  @Override
  public boolean interactive() {
    return interactive;
  }

  @Override
  public Optional<String> ask(String prompt) {
    return Optional.empty();
  }

  @Override
  public Optional<char[]> askSecret(String prompt) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  }
}

package dev.holdfast.server.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Everything the operator may set, by its key (docs/operations.md). Unknown keys are refused: a
/// typing error must not silently leave a default.
public final class Settings {
  private static final Map<String, String> DEFAULTS = Map.ofEntries(
      Map.entry("listen", "127.0.0.1:8470"), Map.entry("public-url", ""),
      Map.entry("tls.certificate", ""), Map.entry("tls.key", ""),
      Map.entry("release.wait-floor", "24h"), Map.entry("release.wait", "72h"),
      Map.entry("release.wait-device", "10m"), Map.entry("release.lock", "72h"),
      Map.entry("release.requests-per-day", "5"), Map.entry("quota", "50g"),
      Map.entry("disk.keep-free", "256m"), Map.entry("retention.keep-last", "10"),
      Map.entry("retention.daily", "14"), Map.entry("retention.weekly", "8"),
      Map.entry("retention.monthly", "24"), Map.entry("retention.grace", "14d"),
      Map.entry("retention.every", "1h"), Map.entry("smtp.host", ""),
      Map.entry("smtp.port", "587"), Map.entry("smtp.security", "starttls"),
      Map.entry("smtp.user", ""), Map.entry("smtp.password-file", ""),
      Map.entry("smtp.from", ""), Map.entry("desk.name", "Holdfast desk"),
      Map.entry("desk.four-eyes", "true"), Map.entry("desk.feed-valid", "7d"),
      Map.entry("desk.helpline", ""), Map.entry("taxii.password-file", ""));

  /// Told by its name alone: the outside address need not be known to this machine.
  private static final Pattern LOOPBACK = Pattern
      .compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

  private static final Pattern HELPLINE = Pattern
      .compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}");

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// The defaults.
  public static Settings defaults() {
    return new Settings(DEFAULTS);
  }

  /// These settings with others on top.
  ///
  /// @throws IllegalArgumentException if there is no such key
  public Settings with(Map<String, String> others) {
    var merged = new TreeMap<>(values);
    others.forEach((key, value) -> {
      if (!DEFAULTS.containsKey(key))
        throw new IllegalArgumentException("there is no setting \"" + key + "\"");
      merged.put(key, value.strip());
    });
    return new Settings(merged);
  }

  /// These settings with those of a file of lines `key = value` on top.
  ///
  /// @throws IOException if it cannot be read
  public Settings with(Path file) throws IOException {
    var read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    var others = new TreeMap<String, String>();
    read.forEach((key, value) -> others.put(key.toString(), value.toString()));
    return with(others);
  }

  /// A text; empty if it is not set.
  public Optional<String> text(String key) {
    var value = value(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /// A duration.
  public Duration duration(String key) {
    return named(key, Durations::parse);
  }

  /// A number of bytes.
  public long bytes(String key) {
    return named(key, Sizes::parse);
  }

  /// A number, not negative.
  public int number(String key) {
    return named(key, text -> {
      if (!text.matches("\\d{1,9}"))
        throw new IllegalArgumentException("expected a number, not \"" + text + "\"");
      return Integer.parseInt(text);
    });
  }

  /// `true` or `false`.
  public boolean flag(String key) {
    return named(key, text -> switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
        throw new IllegalArgumentException("expected true or false, not \"" + text + "\"");
    });
  }

  /// A file.
  public Optional<Path> file(String key) {
    return text(key).map(Path::of);
  }

  /// Where the server listens.
  public Listen listen() {
    return named("listen", Listen::parse);
  }

  /// The address under which others reach the server, if it is set.
  public Optional<URI> publicUrl() {
    return text("public-url").map(url -> named("public-url", Settings::url));
  }

  private static URI url(String text) {
    var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(
        url.getScheme())))
      throw new IllegalArgumentException("expected an address such as https://vault.example.org");
    return url;
  }

  private <T> T named(String key, Function<String, T> parser) {
    try {
      return parser.apply(value(key));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private String value(String key) {
    var value = values.get(key);
    if (value == null) throw new IllegalStateException("no setting " + key);
    return value;
  }

  /// True if only this machine reaches the server: it listens on the loopback address, and no proxy
  /// in front of it is named by a public address.
  public boolean privateMachine() {
    return listen().loopback()
        && publicUrl().map(url -> LOOPBACK.matcher(url.getHost()).matches()).orElse(true);
  }

  /// Checks what belongs together.
  ///
  /// @throws IllegalArgumentException with a sentence for the operator
  public Settings checked() {
    boolean loopback = listen().loopback();
    if (!loopback && (text("tls.certificate").isEmpty() || text("tls.key").isEmpty()))
      throw new IllegalArgumentException("beyond the loopback address the server speaks TLS only:"
          + " set tls.certificate and tls.key, or listen on 127.0.0.1");
    if (!privateMachine() && duration("release.wait-floor").compareTo(Duration.ofHours(1)) < 0)
      throw new IllegalArgumentException(
          "release.wait-floor under 1h is accepted only where nobody else reaches the server");
    if (text("smtp.host").isPresent() && text("smtp.from").isEmpty())
      throw new IllegalArgumentException("smtp.host needs smtp.from, the sender of alarms");
    if (text("smtp.host").isPresent() && !loopback && publicUrl().isEmpty())
      throw new IllegalArgumentException("alarms carry a link: set public-url to the address"
          + " under which owners reach this server");
    if (!text("desk.helpline").map(HELPLINE.asMatchPredicate()::test).orElse(true))
      throw new IllegalArgumentException("desk.helpline is an e-mail address");
    return this;
  }
}

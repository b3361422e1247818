package dev.holdfast.picture;

import dev.holdfast.picture.PictureException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Reads words with the system's `tesseract`, a child process that hostile pictures cannot leave:
/// it gets the pixels on standard input, one core, and limited time and memory.
public final class Tesseract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MOST_KIB = "1048576";
  private static final int MOST_LETTERS = 1 << 20;
  private static final int MOST_LANGUAGES = 8;
  private static final String LIMITS = "ulimit -v \"$1\" && ulimit -t \"$2\" && shift 2 && exec \"$@\"";

  private final String program;
  private final List<String> languages;
  private final Duration patience;

  private Tesseract(String program, List<String> languages, Duration patience) {
    this.program = program;
    this.languages = languages;
    this.patience = patience;
  }

  /// The one that is installed.
  ///
  /// @throws PictureException NO_READER if there is none, or no language for it
  public static Tesseract installed() {
    return installed("tesseract", PATIENCE);
  }

  static Tesseract installed(String program, Duration patience) {
    var listed = new Tesseract(program, List.of(), patience).run(List.of("--list-langs"),
        new byte[0]);
    var languages = listed.lines()
        .skip(1)
        .map(String::strip)
        .filter(name -> name.matches("[a-z]{3}(_[a-z]{3,4})?") && !name.equals("osd"))
        .toList();
    if (languages.isEmpty())
      throw new PictureException(Kind.NO_READER,
          "tesseract has no language to read", "install one: apt-get install tesseract-ocr-eng");
    return new Tesseract(program, languages, patience);
  }

  /// Which languages it reads, by its own names (`eng`, `deu`, `chi_sim`).
  public List<String> languages() {
    return languages;
  }

  /// Reads one block of text.
  ///
  /// @param image PNG or PGM, dark on light
  String read(byte[] image) {
    return run(List.of("stdin", "stdout", "-l", together(), "--psm", "6"), image);
  }

  /// English with every other: names of apps stand in Latin letters everywhere.
  private String together() {
    var all = new ArrayList<>(languages);
    if (all.remove("eng")) all.addFirst("eng");
    return String.join("+", all.subList(0, Math.min(MOST_LANGUAGES, all.size())));
  }

  private String run(List<String> arguments, byte[] input) {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", LIMITS, "sh", MOST_KIB,
        Long.toString(patience.toSeconds()), program));
    command.addAll(arguments);
    try {
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment()
          .keySet()
          .removeIf(name -> !name.equals("PATH") && !name.equals("TESSDATA_PREFIX"));
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      return result(builder.start(), input);
    } catch (IOException e) {
      throw failed();
    }
  }

  private String result(Process process, byte[] input) {
    try {
      var fed = CompletableFuture.runAsync(() -> feed(process.getOutputStream(), input));
      var read = CompletableFuture.supplyAsync(() -> drain(process.getInputStream()));
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) throw failed();
      if (process.exitValue() == 126 || process.exitValue() == 127) throw absent();
      if (process.exitValue() != 0) throw failed();
      fed.join();
      return new String(read.join(), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void feed(OutputStream out, byte[] input) {
    try (out) {
      out.write(input);
    } catch (IOException e) {
      // it did not want all of it; its exit code tells
    }
  }

  private static byte[] drain(InputStream in) {
    try (in) {
      return in.readNBytes(MOST_LETTERS);
    } catch (IOException e) {
      return new byte[0]; // its exit code tells
    }
  }

  private static PictureException absent() {
    return new PictureException(Kind.NO_READER,
        "the program tesseract is needed to read pictures and was not found",
        "install it (apt-get install tesseract-ocr), or copy the message's text");
  }

  private static PictureException failed() {
    return new PictureException(Kind.READER_FAILED,
        "tesseract could not read the picture within its limits",
        "cut out the part with the messages, or copy their text");
  }
}

package dev.holdfast.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// `holdfast-sample DIR [--option value]…`: writes one day of a sample archive.
public final class Main {
  private static final String USAGE = """
      usage: holdfast-sample DIR [options]
      Writes DIR/SignalBackups with one snapshot of a made-up archive, and DIR/signal-key.txt with its recovery key.
        --seed N          what to draw from (1)
        --messages N      messages on day 0 (2000)
        --people N        contacts on day 0 (40)
        --media N         attachments that have a file (30)
        --media-bytes N   size of these files together (6000000)
        --ids KIND        stable, as Android numbers, or renumbered, as iOS does (stable)
        --day N           0, or later: 200 new messages and 20 changed ones each day (0)
        --frames FILE     also write the day's frames in clear, as other tools would be given them
        --new-frames FILE also write those frames alone that are new or changed since the day before
      example: holdfast-sample /tmp/phone --messages 200000 && holdfast-sample /tmp/phone --messages 200000 --day 1
      """;

  private Main() {}

  /// Exit codes: 0 done, 1 could not write, 2 usage.
  public static void main(String[] words) {
    System.exit(run(words));
  }

  static int run(String[] words) {
    try {
      if (words.length == 0 || words.length % 2 == 0 || words[0].startsWith("-"))
        throw new IllegalArgumentException("a folder is missing");
      var folder = Files.createDirectories(Path.of(words[0]));
      var options = options(words);
      var clear = options.remove("--frames");
      var newest = options.remove("--new-frames");
      var sample = sample(options);
      var snapshot = SampleFolder.write(sample, folder);
      if (clear != null) PlainFrames.write(sample, folder, Path.of(clear));
      if (newest != null) PlainFrames.writeNew(sample, folder, Path.of(newest));
      Files.writeString(folder.resolve("signal-key.txt"),
          SampleFolder.keyText(sample.seed()) + "\n");
      System.out.println(snapshot.path());
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println("holdfast-sample: " + e.getMessage() + "\n" + USAGE);
      return 2;
    } catch (IOException e) {
      System.err.println("holdfast-sample: could not write the sample: " + e.getMessage());
      return 1;
    }
  }

  private static Map<String, String> options(String[] words) {
    var options = new HashMap<String, String>();
    for (int i = 1; i < words.length; i += 2)
      options.put(words[i], words[i + 1]);
    return options;
  }

  private static Sample sample(Map<String, String> options) {
    var sample = new Sample(number(options, "--seed", 1), (int) number(options, "--messages", 2000),
        (int) number(options, "--people", 40), (int) number(options, "--media", 30),
        number(options, "--media-bytes", 6_000_000), numbering(options),
        (int) number(options, "--day", 0));
    if (!options.isEmpty())
      throw new IllegalArgumentException("unknown option " + options.keySet().iterator().next());
    return sample;
  }

  private static Sample.Numbering numbering(Map<String, String> options) {
    var kind = options.remove("--ids");
    return kind == null
        ? Sample.Numbering.STABLE
        : Sample.Numbering.valueOf(kind.toUpperCase(Locale.ROOT));
  }

  private static long number(Map<String, String> options, String name, long otherwise) {
    var text = options.remove(name);
    return text == null ? otherwise : Long.parseLong(text);
  }
}

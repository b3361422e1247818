package dev.holdfast.client.watch;

import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Recipient;
import dev.holdfast.client.Json;
import dev.holdfast.client.home.PrivateFile;
import dev.holdfast.guard.Verdict;
import dev.holdfast.guard.ask.Ask;
import dev.holdfast.guard.talk.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// What is kept of conversations at caution or danger: age files of JSON Lines for the owner's
/// recipient, which this machine cannot open. Each line names the hash of the one before, over all
/// files of a conversation; `chain.json` holds the last one. Gone 30 days after the last line.
final class Evidence {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String CHAIN = "chain.json";

  private final Path folder;
  private final Recipient recipient;

  /// @param recipient whoever may read it
  Evidence(Path folder, Recipient recipient) {
    this.folder = folder;
    this.recipient = recipient;
  }

  /// Where a chain stands.
  ///
  /// @param lines so far
  /// @param files so far
  /// @param hash of the last line, empty at first
  /// @param last when, ISO 8601
  record Chain(long lines, int files, String hash, String last) {}

  /// One line; its hash is that of the same line with an empty hash.
  record Line(long n, String at, String kind, String from, long sent, long target, String text,
      List<String> attached, String level, List<String> asks, String previous, String hash) {
    Line hashed() {
      return new Line(n, at, kind, from, sent, target, text, attached, level, asks, previous,
          sha256(Json.write(this)));
    }
  }

  /// Adds entries to a conversation's evidence.
  ///
  /// @param talk names the conversation; only its hash is kept
  void add(String talk, List<Entry> entries, Verdict verdict, Instant now) {
    if (entries.isEmpty()) return;
    var within = folder.resolve(sha256(talk.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    PrivateFile.folder(within);
    var chain = chain(within);
    var lines = new ByteArrayOutputStream();
    var hash = chain.hash();
    long n = chain.lines();
    for (var entry : entries) {
      var line = line(entry, ++n, hash, verdict, now).hashed();
      lines.writeBytes(Json.write(line));
      lines.write('\n');
      hash = line.hash();
    }
    int file = chain.files() + 1;
    PrivateFile.replace(within.resolve(String.format(java.util.Locale.ROOT, "%06d.age", file)),
        AgeFiles.seal(recipient, lines.toByteArray(), lines.size()));
    PrivateFile.replace(within.resolve(CHAIN),
        Json.write(new Chain(n, file, hash, now.toString())));
  }

  private static Line line(Entry entry, long n, String previous, Verdict verdict, Instant now) {
    var attached = entry.attachments().stream().flatMap(Evidence::words).toList();
    return new Line(n, now.toString(), entry.kind().word(), entry.mine() ? "me" : "them",
        entry.sent(), entry.target(), entry.text(), attached, verdict.level().word(),
        verdict.asks().stream().map(Ask::wire).toList(), previous, "");
  }

  private static java.util.stream.Stream<String> words(Turn.Attachment attachment) {
    return java.util.stream.Stream
        .concat(java.util.stream.Stream.of(attachment.text()), attachment.payloads().stream())
        .filter(text -> !text.isEmpty());
  }

  /// Removes what is older than 30 days.
  void sweep(Instant now) {
    if (!Files.isDirectory(folder)) return;
    try (var talks = Files.list(folder)) {
      for (var talk : talks.toList())
        if (Instant.parse(chain(talk).last()).plus(KEPT).isBefore(now)) remove(talk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Chain chain(Path within) {
    try {
      var file = within.resolve(CHAIN);
      return Files.exists(file)
          ? Json.read("the chain of the evidence", Files.readAllBytes(file), Chain.class)
          : new Chain(0, 0, "", Files.getLastModifiedTime(within).toInstant().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path talk) throws IOException {
    try (var files = Files.list(talk)) {
      for (var file : files.toList())
        Files.delete(file);
    }
    Files.delete(talk);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

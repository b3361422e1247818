package dev.holdfast.client.watch;

import dev.holdfast.archive.seal.AgeFiles;
import dev.holdfast.archive.seal.Identity;
import dev.holdfast.client.home.PrivateFile;
import dev.holdfast.kernel.SecretBytes;
import dev.holdfast.signalcli.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Events between arriving and being screened: each an age file for this machine's own key, gone
/// once screened. It outlives a crash, and knows what was screened already.
///
/// The key lies beside it (`watch.key`, mode 0600), because after a crash nobody is there to give
/// one: the seal keeps the words out of copies and indexes, not from whoever reads the whole home.
final class Inbox implements AutoCloseable {
  private static final int SEEN_KEPT = 5_000;

  private final Path waiting;
  private final Path seenFile;
  private final Path place;
  private final Identity identity;
  private final Set<String> seen;
  private long next;

  private Inbox(Path folder, Identity identity) {
    waiting = folder.resolve("inbox");
    seenFile = folder.resolve("screened");
    place = folder.resolve("place");
    this.identity = identity;
    PrivateFile.folder(waiting);
    seen = readSeen();
    var left = files();
    next = left.isEmpty() ? 0 : number(left.getLast()) + 1;
  }

  static Inbox in(Path folder, SecureRandom random) {
    PrivateFile.folder(folder);
    return new Inbox(folder, identity(folder.resolve("watch.key"), random));
  }

  private static Identity identity(Path file, SecureRandom random) {
    try {
      if (Files.exists(file)) return new Identity(new SecretBytes(Files.readAllBytes(file)));
      var made = Identity.random(random);
      try (var seed = made.seed()) {
        seed.lendTo(raw -> PrivateFile.replace(file, raw));
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps an event until it is screened.
  ///
  /// @param streamId where the stream is after it
  /// @return its file's name, empty if it was screened before
  String put(Event event, String streamId) {
    var name = "";
    if (!seen.contains(mark(event))) {
      var raw = event.raw().getBytes(StandardCharsets.UTF_8);
      name = String.format(java.util.Locale.ROOT, "%012d.age", next++);
      PrivateFile.replace(waiting.resolve(name),
          AgeFiles.seal(identity.recipient(), raw, raw.length));
    }
    if (!streamId.isEmpty())
      PrivateFile.replace(place, streamId.getBytes(StandardCharsets.UTF_8));
    return name;
  }

  /// Notes that an event was screened, and removes it.
  void done(String name, Event event) {
    try {
      if (seen.add(mark(event)))
        Files.writeString(seenFile, mark(event) + "\n", StandardOpenOption.CREATE,
            StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
      Files.deleteIfExists(waiting.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// True if it was screened before a crash could remove it.
  boolean isDone(Event event) {
    return seen.contains(mark(event));
  }

  /// What waits, in the order in which it came.
  List<String> names() {
    return files().stream().map(file -> file.getFileName().toString()).toList();
  }

  /// One that waits.
  Event read(String name) {
    try {
      return Event.parse(AgeFiles.open(identity, Files.readAllBytes(waiting.resolve(name)),
          "a waiting event"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the stream was last; empty at first.
  String place() {
    try {
      return Files.exists(place) ? Files.readString(place) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files() {
    try (var list = Files.list(waiting)) {
      return list.filter(file -> file.getFileName().toString().matches("\\d{12}\\.age"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(0, 12));
  }

  private Set<String> readSeen() {
    try {
      if (!Files.exists(seenFile)) {
        PrivateFile.replace(seenFile, new byte[0]);
        return new LinkedHashSet<>();
      }
      var lines = new ArrayList<>(Files.readAllLines(seenFile));
      var kept = lines.subList(Math.max(0, lines.size() - SEEN_KEPT), lines.size());
      PrivateFile.replace(seenFile, kept.isEmpty()
          ? new byte[0]
          : (String.join("\n", kept) + "\n").getBytes(StandardCharsets.US_ASCII));
      return new LinkedHashSet<>(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says nothing about who or what. Mail that cannot be told apart is told by its content.
  private static String mark(Event event) {
    try {
      var of = event.key().isEmpty() ? event.raw() : event.key();
      var hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() {
    identity.close();
  }
}

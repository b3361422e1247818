package dev.holdfast.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// `./holdfast demo`: a backup, a day later, a thief, and the owner who gets everything back. Every
/// line it shows after a `$` is a command anybody can type.
public final class Demo {
  private static final String SERVER_WAIT = "release.wait-floor=1s";
  private static final String DEVICE_WAIT = "release.wait-device=3s";
  private static final Set<Integer> DONE = Set.of(0);
  private static final Set<Integer> REFUSED = Set.of(4, 8);
  private static final Set<Integer> WAITING_OR_REFUSED = Set.of(4, 5, 8);

  private final Stage stage;
  private final Path folder;
  private final String url;

  private Demo(Stage stage, Path folder, String url) {
    this.stage = stage;
    this.folder = folder;
    this.url = url;
  }

  /// Exit codes: 0 if every step did what it says, 1 if one did not.
  public static void main(String[] words) throws IOException {
    var root = Path.of(System.getProperty("holdfast.root", "."));
    boolean keep = words.length > 0 && words[0].equals("--keep");
    var folder = Files.createTempDirectory("holdfast-demo");
    int exit = 0;
    try (var server = ServerProcess.start(root, Files.createDirectory(folder.resolve("server")),
        SERVER_WAIT, DEVICE_WAIT)) {
      var stage = new Stage(root, folder, System.out,
          isTerminal() && System.getenv("NO_COLOR") == null);
      new Demo(stage, folder, server.url()).play();
    } catch (Stage.Failure e) {
      System.err.println("holdfast: the demonstration failed: " + e.getMessage());
      System.err.println("holdfast: hint: everything it made is in " + folder);
      exit = 1;
      keep = true;
    }
    if (!keep) delete(folder);
    System.exit(exit);
  }

  /// The launcher knows; since Java 22 a console object says nothing about it.
  private static boolean isTerminal() {
    return Boolean.getBoolean("holdfast.terminal");
  }

  private void play() throws IOException {
    prepare();
    backUp();
    nextDay();
    phish();
    stealCode();
    copyDevice();
    ownerComesBack();
    whatNext();
  }

  private void prepare() {
    stage.chapter("A vault, and three things to keep apart");
    stage.tell("A server runs at " + url
        + ". Waiting periods are seconds here; they are days in real life.");
    stage.run(DONE, "holdfast-sample", "phone", "--messages", "20000", "--media", "60",
        "--media-bytes", "12000000");
    stage.run(DONE, "holdfast", "--home", "laptop", "init", "--server", url, "--name", "laptop",
        "--wait", "12s", "--code-out",
        "recovery-code.txt", "--reserve-out", "reserve-code.txt", "--unlock-out", "unlock.txt");
  }

  private void backUp() throws IOException {
    stage.chapter("The first backup of a Signal folder");
    var first = stage.run(DONE, "holdfast", "--home", "laptop", "backup", "phone",
        "--signal-key-file", "phone/signal-key.txt", "--json");
    stage.require(added(first) > 0, "stored " + size(added(first)) + " of a folder of "
        + size(bytesIn(folder.resolve("phone"))));
  }

  private void nextDay() throws IOException {
    stage.chapter("A day later: 200 new messages, 20 changed ones, a new contact");
    stage.run(DONE, "holdfast-sample", "phone", "--messages", "20000", "--media", "60",
        "--media-bytes", "12000000", "--day", "1");
    var second = stage.run(DONE, "holdfast", "--home", "laptop", "backup", "phone", "--json");
    stage.require(added(second) > 0 && added(second) < 12_000_000,
        "sent " + size(added(second)) + " for the day; Signal's own folder is now "
            + size(bytesIn(folder.resolve("phone")))
            + ", nothing was decryptable with Signal's key on the way");
    stage.run(DONE, "holdfast", "--home", "laptop", "snapshots");
  }

  private void phish() {
    stage.chapter("The thief has the phished Signal key");
    stage.tell(
        "\"Signal Support\" talked somebody out of the 64 characters. They open Signal's own copies, and nothing here:");
    stage.run(REFUSED, "holdfast", "--home", "thief", "restore", "latest", "--server", url, "--to",
        "loot", "--code-file", "phone/signal-key.txt");
    stage.require(!Files.exists(folder.resolve("loot")),
        "the Signal key opens nothing that is in the vault");
  }

  private void stealCode() throws IOException {
    stage.chapter("The thief has the stolen recovery code as well");
    var attempt = stage.run(REFUSED, "holdfast", "--home", "thief", "restore", "latest", "--server",
        url, "--to", "loot", "--code-file",
        "recovery-code.txt");
    stage.require(attempt.exit() == 8 && !Files.exists(folder.resolve("loot")),
        "without the factor the code opens nothing");
    var alarms = stage.run(DONE, "holdfast", "--home", "laptop", "alarm", "list");
    stage.require(alarms.says("requested") || !alarms.lines().isEmpty(),
        "and the owner was alarmed at once");
  }

  private void copyDevice() throws IOException {
    stage.chapter("The thief has a copy of the laptop's keys, too");
    copy(folder.resolve("laptop"), folder.resolve("copied-laptop"));
    stage.run(WAITING_OR_REFUSED, "holdfast", "--home", "copied-laptop", "restore", "latest",
        "--to", "loot", "--code-file", "recovery-code.txt",
        "--no-wait");
    stage.require(!Files.exists(folder.resolve("loot")),
        "a copied device cannot approve its own request");
    var requests = stage.run(DONE, "holdfast", "--home", "laptop", "release", "list", "--json");
    stage.run(DONE, "holdfast", "--home", "laptop", "release", "veto", newestRequest(requests));
    stage.run(DONE, "holdfast", "--home", "laptop", "status");
    stage.tell(
        "The vault is locked now. A re-key makes the stolen code worthless for good; nothing is uploaded again:");
    stage.run(DONE, "holdfast", "--home", "laptop", "rekey", "--reserve-file", "reserve-code.txt");
    stage.run(Set.of(8), "holdfast", "--home", "thief", "restore", "latest", "--server", url,
        "--to", "loot", "--code-file", "recovery-code.txt");
    stage.require(!Files.exists(folder.resolve("loot")), "the old code is spent");
  }

  private void ownerComesBack() throws IOException {
    stage.chapter("The phone is gone; the owner sits at a new computer");
    stage.tell(
        "Reserve code and unlock file, a waiting period that nobody objects to, and everything is back under a fresh Signal key:");
    stage.run(DONE, "holdfast", "--home", "new-laptop", "restore", "latest", "--server", url,
        "--to", "restored", "--code-file", "reserve-code.txt",
        "--unlock-file", "unlock.txt", "--signal-key-out", "fresh-signal-key.txt", "--reserve-out",
        "next-reserve-code.txt", "--code-out",
        "next-recovery-code.txt");
    stage.require(Files.exists(folder.resolve("restored/SignalBackups")),
        "the folder was written and read back, frame by frame");
    stage.require(
        !Files.readString(folder.resolve("fresh-signal-key.txt"))
            .equals(Files.readString(folder.resolve("phone/signal-key.txt"))),
        "the phished key does not open it: restoring retires it");
    stage.run(DONE, "holdfast", "export", "--from", "restored", "--signal-key-file",
        "fresh-signal-key.txt", "--to", "readable", "--format", "html");
    stage.run(DONE, "holdfast", "--home", "new-laptop", "check", "--read-data", "100");
    stage.run(DONE, "holdfast", "--home", "new-laptop", "audit", "verify");
  }

  private void whatNext() {
    stage.chapter("What to do next");
    stage.tell(
        "Your own: ./holdfast-server on a machine that stays on, then ./holdfast init --server URL and ./holdfast backup PATH.");
    stage.tell(
        "Signal's own copies still open with Signal's key: cloud backup off, authenticator code on, synced folders removed.");
    stage.tell(
        "README.md has the choices, docs/threat-model.md says what an attacker gets. \"./holdfast demo --keep\" leaves these folders.");
  }

  private static long added(Stage.Scene scene) {
    return scene.lines()
        .stream()
        .filter(line -> line.contains("\"bytesAdded\":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".*\"bytesAdded\":(\\d+).*", "$1")))
        .findFirst()
        .orElseThrow(() -> new Stage.Failure("the backup did not say what it stored"));
  }

  private static String newestRequest(Stage.Scene scene) {
    return scene.lines()
        .stream()
        .filter(line -> line.contains("\"request\":"))
        .map(line -> line.replaceAll(".*?\"request\":\"([0-9a-f]{32})\".*", "$1"))
        .findFirst()
        .orElseThrow(() -> new Stage.Failure("no request is listed"));
  }

  private static String size(long bytes) {
    return bytes < 1_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
  }

  private static long bytesIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files.forEach(file -> {
        try {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path visited, IOException failure)
          throws IOException {
        Files.delete(visited);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}

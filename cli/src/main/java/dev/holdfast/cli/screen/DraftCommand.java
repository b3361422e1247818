package dev.holdfast.cli.screen;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Secrets;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.draft.OwnSecrets;
import dev.holdfast.guard.draft.Finding;
import dev.holdfast.guard.draft.Outgoing;
import dev.holdfast.guard.draft.SecretKind;
import dev.holdfast.guard.draft.Shapes;
import dev.holdfast.guard.lexicon.Lexicon;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast draft`
@Command(description = {
    "Says whether a message that you are about to send holds one of your own secrets.",
    "It reads standard input or a file, never an argument, and keeps nothing of what it reads. Exit code 4"
        + " means: do not send this."}, footer = {"", "Examples:", "  holdfast draft < message.txt",
            "  holdfast draft --learn-file key     remember a secret, by fingerprints only"})
public final class DraftCommand implements Callable<Integer> {
  @Option(names = "--file", paramLabel = "FILE", description = "the message; - for standard input (default)")
  String file = "-";

  @Option(names = "--contact", description = "it goes to a saved contact (default: a stranger)")
  boolean contact;

  @Option(names = "--lured", description = "the chat was judged caution or danger before: codes count too")
  boolean lured;

  @Option(names = "--learn-file", paramLabel = "FILE", description = "instead of judging, learn a secret of yours; - for standard input. Known forms: Signal's recovery key, a recovery code, 30 digits, the message-backup key")
  @Nullable
  String learnFile;

  private final Holdfast app;

  public DraftCommand(Holdfast app) {
    this.app = app;
  }

  /// The answer for programs; a contract. Fields that do not apply are empty or 0.
  record Document(String answer, String secret, int groupsOut, int groups, String shape,
      boolean isContact) {}

  /// What was learned, for programs.
  record Learned(String learned) {}

  @Override
  public Integer call() {
    return learnFile == null ? judge() : learn(learnFile);
  }

  private int learn(String from) {
    var typed = new Secrets(app).read(from, "")
        .orElseThrow(() -> new ClientException(Kind.USAGE, "there is no secret to learn",
            "give it with --learn-file FILE, or - for standard input"));
    try {
      var kind = secrets().learn(CharBuffer.wrap(typed));
      app.tell(new Learned(word(kind)));
      app.say("Learned: " + name(kind) + ". Only fingerprints are kept.");
      return ExitCode.DONE;
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private int judge() {
    var message = file.equals("-") ? Input.text(app) : Input.text(file);
    var finding = secrets().draft(Lexicon.load())
        .look(new Outgoing("", message, contact, lured, app.clock().instant()));
    app.tell(document(finding));
    return switch (finding) {
      case Finding.Stop stop -> stopped(stop);
      case Finding.Sure sure -> unsure(sure);
      case Finding.Nothing() -> {
        app.say("Nothing in it looks like a secret of yours.");
        yield ExitCode.DONE;
      }
    };
  }

  private int stopped(Finding.Stop stop) {
    app.say("Stop: " + stop.groupsOut() + " of " + stop.groups() + " groups of " + name(stop.kind())
        + " are in this message.");
    app.say("Do not send it, whoever asks. Nobody needs it but you.");
    return ExitCode.REFUSED;
  }

  private int unsure(Finding.Sure sure) {
    app.say("Are you sure? This looks like " + shape(sure.shape()) + (sure.isContact()
        ? "."
        : ", and it would go to somebody who is not a contact of yours."));
    app.say("If somebody asked you for it, do not send it. If it is yours to share, go on.");
    return ExitCode.DONE;
  }

  private OwnSecrets secrets() {
    return new OwnSecrets(app.home(), app.random());
  }

  private static Document document(Finding finding) {
    return switch (finding) {
      case Finding.Stop(var kind, var out, var groups, var places) ->
        new Document("stop", word(kind), out,
            groups, "", false);
      case Finding.Sure(var shape, var isContact) -> new Document("sure", "", 0, 0,
          shape.name().toLowerCase(Locale.ROOT), isContact);
      case Finding.Nothing() -> new Document("nothing", "", 0, 0, "", false);
    };
  }

  private static String word(SecretKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String name(SecretKind kind) {
    return switch (kind) {
      case RECOVERY_KEY -> "your Signal recovery key";
      case RECOVERY_CODE -> "your recovery code";
      case BACKUP_PASSPHRASE -> "the 30 digits of your old backup";
      case MESSAGE_BACKUP_KEY -> "the key of your message backups";
    };
  }

  private static String shape(Shapes.Shape shape) {
    return switch (shape) {
      case RECOVERY_KEY -> "a recovery key";
      case BACKUP_PASSPHRASE -> "the 30 digits of a backup";
      case SEED_PHRASE -> "the words of a wallet";
      case CODE -> "a one-time code";
    };
  }
}

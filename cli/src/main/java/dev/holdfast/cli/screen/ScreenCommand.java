package dev.holdfast.cli.screen;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Language;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.screen.Batch;
import dev.holdfast.guard.Level;
import dev.holdfast.guard.Screen;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Sender;
import dev.holdfast.guard.talk.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast screen`
@Command(description = {
    "Says whether a message is after a secret, why, and what to do. Nothing is sent or kept.",
    "Arguments can be seen by other programs on this machine: pipe what is private."}, footer = {"",
        "Examples:", "  holdfast screen < message.txt", "  holdfast screen --image screenshot.png",
        "  holdfast screen --batch conversations.jsonl > verdicts.jsonl"})
public final class ScreenCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the message; without it, or with -, standard input")
  @Nullable
  String text;

  @Option(names = "--image", paramLabel = "FILE", description = "a screenshot of the chat; needs the program tesseract to read it")
  @Nullable
  Path image;

  @Option(names = "--batch", paramLabel = "FILE", description = "JSON Lines, a conversation each; - for standard input. A line that is not as described ends it with exit code 2")
  @Nullable
  String batch;

  @Option(names = "--lang", paramLabel = "TAG", description = "the language to answer in, such as de or zh-Hant (default: from LANG)")
  @Nullable
  String language;

  @Option(names = "--name", paramLabel = "NAME", description = "the name that the other side shows")
  String name = "";

  @Option(names = "--app", paramLabel = "APP", description = "the messenger")
  String app = "";

  @Option(names = "--contact", description = "the other side is a saved contact (default: a stranger)")
  boolean contact;

  private final Holdfast holdfast;

  public ScreenCommand(Holdfast holdfast) {
    this.holdfast = holdfast;
  }

  @Override
  public Integer call() {
    if (Stream.of(text, image, batch).filter(given -> given != null).count() > 1)
      throw new ClientException(Kind.USAGE, "screen takes one of TEXT, --image and --batch",
          "leave the others out");
    if (batch != null) return batch(batch);
    var conversation = image == null ? typed() : Pictured.conversation(image, app, sender());
    return told(conversation);
  }

  private int told(Conversation conversation) {
    var reader = Language.of(language, holdfast.terminal().environment());
    var verdict = screen().judge(conversation, reader);
    holdfast.tell(VerdictDocument.of(verdict));
    if (!holdfast.json()) new VerdictText(holdfast, reader).tell(conversation, verdict);
    return verdict.level() == Level.DANGER ? ExitCode.DANGER : ExitCode.DONE;
  }

  private Screen screen() {
    return Warned.screen(holdfast, language);
  }

  private Conversation typed() {
    var message = text == null || text.equals("-") ? Input.text(holdfast) : text;
    return new Conversation(app, sender(), List.of(Turn.them(message)));
  }

  private Sender sender() {
    return contact ? Sender.contact(name) : Sender.stranger(name);
  }

  private int batch(String file) {
    try (var in = file.equals("-") ? holdfast.terminal().in() : open(file)) {
      var danger = new Batch(screen()).run(in, holdfast.terminal().out());
      return danger ? ExitCode.DANGER : ExitCode.DONE;
    } catch (IOException e) {
      throw new ClientException(Kind.ABSENT, "the batch " + file + " cannot be read",
          "check the file or the pipe", e);
    }
  }

  private static InputStream open(String file) {
    try {
      return Files.newInputStream(Path.of(file));
    } catch (IOException e) {
      throw new ClientException(Kind.ABSENT, "the file " + file + " cannot be read",
          "check its name and its rights", e);
    }
  }
}

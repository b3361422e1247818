package dev.holdfast.cli.screen;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.guard.link.Link;
import dev.holdfast.guard.link.Links;
import dev.holdfast.guard.link.Purpose;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast link`
@Command(description = {"Says what a link or QR code does, without following it.",
    "Exit code 10 means: do not open, scan or approve it."}, footer = {"", "Examples:",
        "  holdfast link 'https://signal.group/#CjQK…'", "  holdfast link --image poster.png"})
public final class LinkCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "URI", description = "the link, or the content of a QR code; - for standard input")
  @Nullable
  String uri;

  @Option(names = "--image", paramLabel = "FILE", description = "a picture with QR codes")
  @Nullable
  Path image;

  private final Holdfast app;

  public LinkCommand(Holdfast app) {
    this.app = app;
  }

  /// What is known of one link, for programs. The link itself may hold a secret and is
  /// not repeated.
  record Found(String purpose, String weight, String host) {
    static Found of(Link link) {
      return new Found(link.purpose().name().toLowerCase(Locale.ROOT),
          link.purpose().weight().name().toLowerCase(Locale.ROOT), link.host());
    }
  }

  /// The answer for programs; a contract.
  record Document(List<Found> links) {}

  @Override
  public Integer call() {
    if ((uri == null) == (image == null))
      throw new ClientException(Kind.USAGE, "link takes a URI or --image",
          "give one of the two, quoted so that the shell leaves it alone");
    var links = payloads().stream().map(Links::payload).toList();
    app.tell(new Document(links.stream().map(Found::of).toList()));
    if (links.isEmpty()) app.say("No QR code was found in the picture.");
    links.forEach(link -> app.say(sentence(link)));
    return links.stream().anyMatch(LinkCommand::dangerous) ? ExitCode.DANGER : ExitCode.DONE;
  }

  private List<String> payloads() {
    if (image != null) return Pictured.payloads(image);
    return List.of(uri == null || uri.equals("-") ? Input.text(app).strip() : uri);
  }

  private static boolean dangerous(Link link) {
    return link.purpose().weight() == Purpose.Weight.DANGER;
  }

  private static String sentence(Link link) {
    return switch (link.purpose()) {
      case DEVICE_LINK ->
        "Danger: this links a device to your Signal account, and whoever made it reads"
            + " along. Scan such a code only from the screen of your own new device.";
      case WEB_LOGIN ->
        "Danger: this signs somebody in to your account. Approve it only if you opened the"
            + " sign-in page yourself, on your own device.";
      case CODE_SETUP ->
        "Danger: this holds the secret behind your one-time codes. Whoever has it makes"
            + " your codes.";
      case LOOK_ALIKE -> "Caution: " + link.host() + " carries a messenger's name and is not the"
          + " messenger's. Do not open it.";
      case ODD_PATH ->
        "Caution: " + link.host() + " is a messenger's address, but it serves nothing of"
            + " this form.";
      case CALL_FORWARDING -> "Caution: dialling this forwards your calls to somebody else.";
      case SHORTENED -> "Not checked: a shortened link hides where it leads.";
      case DEFANGED -> "A dangerous link, made unclickable as researchers do.";
      case GROUP -> "An invitation to a group.";
      case PERSON -> "A person's address in a messenger.";
      case STICKERS -> "A set of stickers.";
      case CALL -> "A link to a call.";
      case OFFICIAL -> "A messenger's own site.";
      case OTHER -> "Nothing of a messenger: it was not checked what is behind it.";
    };
  }
}

package dev.holdfast.cli.warnings;

import dev.holdfast.cli.ExitCode;
import dev.holdfast.cli.Holdfast;
import dev.holdfast.cli.Language;
import dev.holdfast.cli.Text;
import dev.holdfast.client.ClientException;
import dev.holdfast.client.ClientException.Kind;
import dev.holdfast.client.warnings.Subscription;
import dev.holdfast.client.warnings.Warnings;
import dev.holdfast.kernel.VerifyKey;
import dev.holdfast.kernel.warning.Feed;
import dev.holdfast.kernel.warning.Warning;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast warnings`
@Command(description = {"Follows a desk's signed warnings; screen and watch then know its lures.",
    "A whole feed is fetched, and matching happens here: nobody learns what you check."}, footer = {
        "", "Examples:",
        "  holdfast warnings update --feed https://desk.example.org/warnings/feed.json --key HEX",
        "  holdfast warnings update", "  holdfast warnings list"})
public final class WarningsCommand implements Callable<Integer> {
  private static final String FEED_TEXT = "the desk's feed.json: an address, a mirror's address, or a file";
  private static final String KEY_TEXT = "the desk's key, 64 hex digits, learned on another way than the feed";
  private static final String LANG_TEXT = "the language to show, such as de or zh-Hant (default: from LANG)";

  private final Holdfast app;

  public WarningsCommand(Holdfast app) {
    this.app = app;
  }

  private record Updated(String desk, String key, long sequence, long before, String expires,
      int warnings, List<String> fresh) {}

  private record Listed(String desk, String id, String lang, String title, String looks,
      String todo, List<String> asks, String from, String until, int templates,
      boolean overdue) {}

  private record Verified(String desk, String key, long sequence, String issued, String expires,
      int warnings, int revoked) {}

  /// `holdfast warnings update`
  @Command(name = "update", description = "Fetches the newest warnings; with --feed and --key follows a desk from now on.")
  int update(
      @Option(names = "--feed", paramLabel = "URL|FILE", description = FEED_TEXT) @Nullable String feed,
      @Option(names = "--key", paramLabel = "HEX", description = KEY_TEXT) @Nullable String key,
      @Option(names = "--lang", paramLabel = "TAG", description = LANG_TEXT) @Nullable String language) {
    if (feed != null || key != null) {
      told(warnings().update(both(feed, key), key(key)), language);
      return ExitCode.DONE;
    }
    return all(followed(), language);
  }

  /// One desk that fails must not keep the others from being heard.
  private int all(List<Subscription> desks, @Nullable String language) {
    ClientException first = null;
    for (var desk : desks) {
      try {
        told(warnings().update(desk), language);
      } catch (ClientException e) {
        if (first != null) app.remark(String.valueOf(e.getMessage()));
        else
          first = e;
      }
    }
    if (first != null) throw first;
    return ExitCode.DONE;
  }

  private void told(Warnings.Update update, @Nullable String language) {
    var feed = update.desk().feed().feed();
    var holding = warnings().holding(update.desk()).size();
    var tag = tag(language);
    var fresh = update.fresh().stream().map(w -> w.wording(tag).title()).toList();
    app.tell(new Updated(feed.desk(), feed.key().hex(), feed.sequence(), update.before(),
        feed.expiresAt().toString(), holding, fresh));
    app.say(Text.plain(feed.desk()) + ": " + Text.count(holding, "warning holds", "warnings hold")
        + ", " + fresh.size() + " of them new; good until "
        + Text.time(feed.expiresAt(), app.clock()) + ".");
    fresh.forEach(title -> app.say("  " + title));
  }

  /// `holdfast warnings list`
  @Command(name = "list", description = "Shows what is warned of now; with --json one line each.")
  int list(
      @Option(names = "--lang", paramLabel = "TAG", description = LANG_TEXT) @Nullable String language) {
    for (var desk : warnings().desks()) {
      var overdue = warnings().isOverdue(desk);
      for (var warning : warnings().holding(desk))
        listed(desk.feed().feed(), warning, overdue, tag(language));
      if (overdue) overdue(desk);
    }
    return ExitCode.DONE;
  }

  private void listed(Feed feed, Warning warning, boolean overdue, String tag) {
    var shown = warning.wording(tag);
    app.tell(new Listed(feed.desk(), warning.id().hex(), shown.language(), shown.title(),
        shown.looks(), shown.todo(), warning.asks(), warning.from().toString(),
        warning.until().toString(), warning.templates().size(), overdue));
    app.say(shown.title() + "\n\n" + shown.looks().indent(2) + "\n" + shown.todo().indent(2)
        + "\n  " + Text.plain(feed.desk()) + ", until " + Text.time(warning.until(), app.clock())
        + "\n");
  }

  private void overdue(Subscription desk) {
    var feed = desk.feed().feed();
    app.remark("nothing was heard of \"" + Text.plain(feed.desk()) + "\" since "
        + Text.time(feed.issuedAt(), app.clock()) + "; its feed has expired");
    app.hint("run \"holdfast warnings update\"");
  }

  /// `holdfast warnings verify`
  @Command(name = "verify", description = "Checks a feed, or those that are kept, and changes nothing.")
  int verify(
      @Option(names = "--feed", paramLabel = "URL|FILE", description = FEED_TEXT) @Nullable String feed,
      @Option(names = "--key", paramLabel = "HEX", description = KEY_TEXT) @Nullable String key) {
    if (feed != null || key != null) {
      verified(warnings().verify(both(feed, key), key(key)).feed());
      return ExitCode.DONE;
    }
    for (var desk : followed()) {
      if (warnings().isOverdue(desk))
        throw new ClientException(Kind.DAMAGED,
            "the feed kept of \"" + Text.plain(desk.feed().feed().desk()) + "\" has expired",
            "run \"holdfast warnings update\"");
      verified(desk.feed().feed());
    }
    return ExitCode.DONE;
  }

  private void verified(Feed feed) {
    app.tell(new Verified(feed.desk(), feed.key().hex(), feed.sequence(),
        feed.issuedAt().toString(), feed.expiresAt().toString(), feed.warnings().size(),
        feed.revoked().size()));
    app.say("\"" + Text.plain(feed.desk()) + "\" signed it on "
        + Text.time(feed.issuedAt(), app.clock()) + "; it is good until "
        + Text.time(feed.expiresAt(), app.clock()) + " and holds "
        + Text.count(feed.warnings().size(), "warning", "warnings") + ".");
  }

  /// `holdfast warnings forget`
  @Command(name = "forget", description = "Follows a desk no longer.")
  int forget(
      @Option(names = "--key", required = true, paramLabel = "HEX", description = "the desk's key") String key) {
    if (!warnings().forget(key(key)))
      throw new ClientException(Kind.ABSENT, "no desk with this key is followed",
          "\"holdfast warnings list --json\" shows the warnings of those that are");
    return ExitCode.DONE;
  }

  @Override
  public Integer call() {
    return list(null);
  }

  private List<Subscription> followed() {
    var desks = warnings().desks();
    if (desks.isEmpty())
      throw new ClientException(Kind.ABSENT, "no desk is followed yet",
          "name one: holdfast warnings update --feed URL --key HEX");
    return desks;
  }

  private static String both(@Nullable String feed, @Nullable String key) {
    if (feed == null || key == null)
      throw new ClientException(Kind.USAGE, "--feed and --key go together",
          "without both, the desks that are followed already are asked");
    return feed;
  }

  private static VerifyKey key(@Nullable String key) {
    try {
      return new VerifyKey(key == null ? "" : key.strip().toLowerCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ClientException(Kind.USAGE, "--key is no key of a desk: expected 64 hex digits",
          "the desk prints it with \"holdfast-server desk key\"", e);
    }
  }

  private Warnings warnings() {
    return new Warnings(app.home(), app.clock());
  }

  private String tag(@Nullable String language) {
    return Language.of(language, app.terminal().environment());
  }
}

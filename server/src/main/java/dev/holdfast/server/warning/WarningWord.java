package dev.holdfast.server.warning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.desk.warning.Entry;
import dev.holdfast.desk.warning.Proposal;
import dev.holdfast.desk.warning.Step;
import dev.holdfast.kernel.warning.Revocation;
import dev.holdfast.kernel.warning.WarningId;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `holdfast-server desk warning new|approve|revoke|list`
final class WarningWord implements Word {
  private static final int MOST_BYTES = 1 << 20;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Document(String id, String state, String title, List<String> languages,
      List<String> asks, int templates, String from, String until, String author,
      @Nullable String approver, @Nullable String reason) {}

  @Override
  public String usage() {
    return """
        warning new --file FILE [--by NAME]        write a draft (docs/warnings.md, section 8)
        warning approve ID [--by NAME]             sign it: a second person's word
        warning revoke ID [--reason mistaken|replaced|over] [--by NAME]
        warning list                               all of them; with --json a line each
        """;
  }

  @Override
  public void run(List<String> all, WarningDesk desk, PrintStream out) throws IOException {
    var words = Words.read(all, Set.of("--file", "--by", "--reason"));
    switch (words.first("new, approve, revoke or list")) {
      case "new" -> told(written(words, desk), words, desk, out);
      case "approve" ->
        told(done(desk.warnings().approve(id(words), by(words))), words, desk, out);
      case "revoke" ->
        told(done(desk.warnings().revoke(id(words), by(words), reason(words))), words, desk, out);
      case "list" -> desk.warnings().all().forEach(entry -> told(entry, words, desk, out));
      default -> throw new DeskRefusal(DeskRefusal.USAGE,
          "a warning is made with new, approved, revoked or listed", "");
    }
  }

  private static Entry written(Words words, WarningDesk desk) {
    try {
      return desk.warnings()
          .write(Proposal.read(WordFile.read(words.needed("--file"), MOST_BYTES)), by(words));
    } catch (IllegalArgumentException e) {
      throw new DeskRefusal(DeskRefusal.USAGE, "the draft cannot be taken: " + e.getMessage(), "");
    }
  }

  private static Entry done(Step step) {
    return switch (step) {
      case Step.Done(var entry) -> entry;
      case Step.Absent() -> throw new DeskRefusal(DeskRefusal.ABSENT, "there is no such warning",
          "\"holdfast-server desk warning list\" lists them");
      case Step.Refused(var reason) -> throw refused(reason);
    };
  }

  private static DeskRefusal refused(Step.Reason reason) {
    return switch (reason) {
      case NEEDS_ANOTHER_PERSON -> new DeskRefusal(DeskRefusal.REFUSED,
          "whoever wrote a warning cannot approve it",
          "a second person does, with --by; the setting desk.four-eyes says whether one is needed");
      case APPROVED_ALREADY ->
        new DeskRefusal(DeskRefusal.REFUSED, "this warning was approved already", "");
      case REVOKED_ALREADY ->
        new DeskRefusal(DeskRefusal.REFUSED, "this warning was taken back", "write a new one");
      case OVER_ALREADY -> new DeskRefusal(DeskRefusal.REFUSED, "this warning has ended",
          "write a new one that ends later");
    };
  }

  private static WarningId id(Words words) {
    try {
      return new WarningId(words.rest().size() == 2 ? words.rest().get(1) : "");
    } catch (IllegalArgumentException e) {
      throw new DeskRefusal(DeskRefusal.USAGE, "expected the id of one warning: 32 hex digits",
          "\"holdfast-server desk warning list\" lists them");
    }
  }

  private static Revocation.Reason reason(Words words) {
    try {
      return Revocation.Reason.of(words.option("--reason").orElse("mistaken"));
    } catch (IllegalArgumentException e) {
      throw new DeskRefusal(DeskRefusal.USAGE, String.valueOf(e.getMessage()), "");
    }
  }

  private static String by(Words words) {
    return words.option("--by").orElseGet(() -> System.getProperty("user.name", "nobody"));
  }

  private static void told(Entry entry, Words words, WarningDesk desk, PrintStream out) {
    var warning = entry.warning();
    var title = warning.wordings().getFirst().title();
    var state = entry.state(desk.clock().instant()).word();
    if (words.json())
      out.println(DeskJson.line(new Document(warning.id().hex(), state, title,
          warning.wordings().stream().map(w -> w.language()).toList(), warning.asks(),
          warning.templates().size(), warning.from().toString(), warning.until().toString(),
          entry.author(), entry.approval().map(Entry.Approval::by).orElse(null),
          entry.withdrawal().map(w -> w.reason().word()).orElse(null))));
    else
      out.println(warning.id() + "  " + state + "  until " + warning.until() + "  " + title);
  }
}

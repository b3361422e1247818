package dev.holdfast.guard.thread;

import dev.holdfast.guard.fold.Folded;
import dev.holdfast.guard.fold.Folder;
import dev.holdfast.guard.lexicon.Hit;
import dev.holdfast.guard.lexicon.Lexicon;
import dev.holdfast.guard.lexicon.Tongues;
import dev.holdfast.guard.link.Link;
import dev.holdfast.guard.link.Links;
import dev.holdfast.guard.persona.Names;
import dev.holdfast.guard.talk.Conversation;
import dev.holdfast.guard.talk.Turn;
import java.util.ArrayList;
import java.util.List;

/// Reads conversations. Safe for use by several threads.
public final class Reader {
  private record Raw(int turn, boolean mine, boolean attached, Folded folded, List<Hit> hits,
      List<Link> links) {}

  private final Lexicon lexicon;
  private final Folder folder;
  private final Names names;

  /// A reader with these words.
  public Reader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.folder = new Folder(lexicon);
    this.names = new Names(folder, lexicon);
  }

  /// Reads all turns and attachments.
  public Reading read(Conversation conversation) {
    var raw = new ArrayList<Raw>();
    for (var i = 0; i < conversation.turns().size(); i++)
      turn(i, conversation.turns().get(i), raw);
    var tongues = tongues(raw);
    var lines = raw.stream().map(r -> line(r, tongues)).toList();
    return new Reading(conversation.sender(), names.poseOf(conversation.sender().profileName()),
        tongues, lines);
  }

  private void turn(int index, Turn turn, List<Raw> raw) {
    var mine = turn.from() == Turn.From.ME;
    raw.add(raw(index, mine, false, turn.text(), Links.in(turn.text())));
    for (var attachment : turn.attachments()) {
      var links = new ArrayList<>(Links.in(attachment.text()));
      attachment.payloads().forEach(p -> links.add(Links.payload(p)));
      raw.add(raw(index, mine, true, attachment.text(), links));
    }
  }

  private Raw raw(int turn, boolean mine, boolean attached, String text, List<Link> links) {
    var folded = folder.fold(text);
    return new Raw(turn, mine, attached, folded, lexicon.in(folded.text()), links);
  }

  private static Tongues tongues(List<Raw> raw) {
    var text = new StringBuilder();
    var hits = new ArrayList<Hit>();
    for (var line : raw) {
      text.append(line.folded().text()).append(' ');
      hits.addAll(line.hits());
    }
    return Tongues.of(text.toString(), hits);
  }

  private static Line line(Raw raw, Tongues tongues) {
    var hits = raw.hits().stream().filter(tongues::admit).toList();
    return new Line(raw.turn(), raw.mine(), raw.attached(), raw.folded(), hits,
        Quotes.in(raw.folded().text()), raw.links());
  }
}

package dev.holdfast.guard.draft;

import dev.holdfast.guard.lexicon.Lexicon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Watches what the owner sends, in all chats, for the owner's own secrets. Knows fingerprints
/// only. Not safe for use by several threads.
///
/// [#look] judges a draft and forgets it; [#sent] remembers what left, so that the next look knows
/// how much is already out.
public final class Draft {
  private static final Duration MEMORY = Duration.ofHours(24);
  private static final int MOST_PIECES = 256;
  private static final int MOST_PATHS = 48;
  private static final int MOST_TRIED = 4096;

  private final List<Fingerprints> kept;
  private final Prints prints;
  private final Shapes shapes;
  private final Streams streams = new Streams();
  private final Deque<Piece> recent = new ArrayDeque<>();
  private final Map<Fingerprints.Salt, BitSet> out = new HashMap<>();
  private final Map<String, String> tried = new HashMap<>();

  /// What was found of one secret.
  private record Found(BitSet groups, List<Finding.Place> places) {}

  /// A guard for these secrets.
  ///
  /// @param kept their fingerprints
  /// @param prints the key and slow hash they were taken with
  /// @param lexicon ordinary words
  public Draft(List<Fingerprints> kept, Prints prints, Lexicon lexicon) {
    this.kept = List.copyOf(kept);
    this.prints = prints;
    this.shapes = new Shapes(lexicon);
  }

  /// What to say to a draft. Forgets it.
  public Finding look(Outgoing message) {
    var windows = windows(message);
    for (var fingerprints : kept) {
      var found = found(fingerprints, windows.apply(fingerprints));
      if (found.groups().isEmpty()) continue;
      found.groups().or(out.getOrDefault(fingerprints.salt(), new BitSet()));
      return new Finding.Stop(fingerprints.kind(), found.groups().cardinality(),
          fingerprints.groups(), Windows.merged(found.places()));
    }
    return shapes.of(message.text(), message.lured())
        .<Finding>map(s -> new Finding.Sure(s, message.isContact()))
        .orElseGet(Finding.Nothing::new);
  }

  /// Takes note that a message was sent.
  public void sent(Outgoing message) {
    var windows = windows(message);
    for (var fingerprints : kept) {
      var groups = found(fingerprints, windows.apply(fingerprints)).groups();
      if (!groups.isEmpty()) out.computeIfAbsent(fingerprints.salt(), k -> new BitSet()).or(groups);
    }
    forget(message.at());
    streams.pieces(message.text(), message.at()).forEach(recent::addLast);
    while (recent.size() > MOST_PIECES)
      recent.removeFirst();
  }

  /// How many groups of a secret have left so far, in all chats; of several of a kind, the one of
  /// which most is out.
  public int groupsOut(SecretKind kind) {
    return kept.stream()
        .filter(f -> f.kind() == kind)
        .mapToInt(f -> out.getOrDefault(f.salt(), new BitSet()).cardinality())
        .max()
        .orElse(0);
  }

  private void forget(Instant now) {
    recent.removeIf(p -> Duration.between(p.at(), now).compareTo(MEMORY) > 0);
  }

  private Found found(Fingerprints fingerprints, Windows windows) {
    var found = new Found(new BitSet(), new ArrayList<>());
    windows.forEach((window, places) -> match(fingerprints, window, places, found));
    return found;
  }

  /// The windows of a message, made once for each size that is looked for.
  private Function<Fingerprints, Windows> windows(Outgoing message) {
    var readings = streams.of(message.text());
    var pieces = streams.pieces(message.text(), message.at());
    var windows = new HashMap<Integer, Windows>();
    return fingerprints -> windows.computeIfAbsent(fingerprints.windowLetters(), size -> {
      var found = new Windows();
      readings.forEach(stream -> found.add(stream, size));
      if (!recent.isEmpty())
        continued(readings, pieces, message.at(), size).forEach(s -> found.add(s, size));
      return found;
    });
  }

  private void match(Fingerprints fingerprints, String window, Set<Finding.Place> places,
      Found found) {
    var prefilter = prints.prefilter(window, fingerprints.salt());
    for (var i = 0; i < fingerprints.windows().size(); i++) {
      if (fingerprints.windows().get(i).prefilter() != prefilter) continue;
      if (!print(fingerprints, window).equals(fingerprints.windows().get(i).print())) continue;
      found.groups().set(i, i + Fingerprints.WINDOW_GROUPS);
      found.places().addAll(places);
    }
  }

  private String print(Fingerprints fingerprints, String window) {
    if (tried.size() > MOST_TRIED) tried.clear();
    return tried.computeIfAbsent(fingerprints.salt().hex() + window,
        n -> prints.print(window, fingerprints.salt()));
  }

  /// The message's pieces with what was sent before, read backwards: sure pieces always, words
  /// either way.
  private Collection<Traced> continued(Collection<Traced> readings, List<Piece> pieces,
      Instant now, int size) {
    var found = new LinkedHashMap<String, Traced>();
    for (var whole : readings)
      extend(whole.head(size - 1), now, size, found);
    for (var piece : pieces)
      extend(piece.read().head(size - 1), now, size, found);
    return found.values();
  }

  private void extend(Traced tail, Instant now, int size, Map<String, Traced> found) {
    List<String> paths = List.of("");
    var wanted = 2 * size - 2 - tail.length();
    for (Iterator<Piece> back = recent.descendingIterator(); back.hasNext() && !paths.isEmpty();) {
      var piece = back.next();
      if (Duration.between(piece.at(), now).compareTo(MEMORY) > 0) break;
      paths = grown(paths, piece, wanted, size - 1, earlier -> keep(found, tail, earlier));
    }
    paths.forEach(earlier -> keep(found, tail, earlier));
  }

  private static void keep(Map<String, Traced> found, Traced tail, String earlier) {
    var place = tail.place(0, tail.length());
    found.computeIfAbsent(place.start() + " " + earlier + tail.text(), k -> tail.after(earlier));
  }

  private static List<String> grown(List<String> paths, Piece piece, int wanted, int enough,
      Consumer<String> done) {
    var next = new ArrayList<String>();
    for (var path : paths) {
      var longer = piece.symbols() + path;
      if (longer.length() >= enough)
        done.accept(longer.substring(Math.max(0, longer.length() - wanted)));
      else
        next.add(longer);
      var skippable = !piece.sure() || piece.symbols().length() <= 3;
      if (skippable && next.size() < MOST_PATHS) next.add(path);
    }
    return next;
  }
}

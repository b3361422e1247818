package dev.holdfast.guard.draft;

import dev.holdfast.guard.lexicon.Lexicon;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private final Map<SecretKind, BitSet> out = new EnumMap<>(SecretKind.class);
  private final Map<String, String> tried = new HashMap<>();

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
    for (var fingerprints : kept) {
      var groups = found(fingerprints, message);
      if (groups.isEmpty()) continue;
      groups.or(out.getOrDefault(fingerprints.kind(), new BitSet()));
      return new Finding.Stop(fingerprints.kind(), groups.cardinality(), fingerprints.groups());
    }
    return shapes.of(message.text(), message.lured())
        .<Finding>map(s -> new Finding.Sure(s, message.isContact()))
        .orElseGet(Finding.Nothing::new);
  }

  /// Takes note that a message was sent.
  public void sent(Outgoing message) {
    for (var fingerprints : kept) {
      var groups = found(fingerprints, message);
      if (!groups.isEmpty()) out.computeIfAbsent(fingerprints.kind(), k -> new BitSet()).or(groups);
    }
    forget(message.at());
    streams.pieces(message.text(), message.at()).forEach(recent::addLast);
    while (recent.size() > MOST_PIECES)
      recent.removeFirst();
  }

  /// How many groups of a secret have left so far, in all chats.
  public int groupsOut(SecretKind kind) {
    return out.getOrDefault(kind, new BitSet()).cardinality();
  }

  private void forget(Instant now) {
    recent.removeIf(p -> Duration.between(p.at(), now).compareTo(MEMORY) > 0);
  }

  private BitSet found(Fingerprints fingerprints, Outgoing message) {
    var groups = new BitSet();
    var size = fingerprints.kind().groupLetters() * Fingerprints.WINDOW_GROUPS;
    var seen = new HashSet<String>();
    for (var stream : streams.of(message.text()))
      windows(stream, size, seen);
    for (var stream : continued(message, size))
      windows(stream, size, seen);
    for (var window : seen)
      match(fingerprints, window, groups);
    return groups;
  }

  private static void windows(String stream, int size, Set<String> seen) {
    for (var i = 0; i + size <= stream.length(); i++)
      seen.add(stream.substring(i, i + size));
  }

  private void match(Fingerprints fingerprints, String window, BitSet groups) {
    var prefilter = prints.prefilter(window, fingerprints.salt());
    for (var i = 0; i < fingerprints.windows().size(); i++) {
      if (fingerprints.windows().get(i).prefilter() != prefilter) continue;
      if (print(fingerprints, window).equals(fingerprints.windows().get(i).print()))
        groups.set(i, i + Fingerprints.WINDOW_GROUPS);
    }
  }

  private String print(Fingerprints fingerprints, String window) {
    if (tried.size() > MOST_TRIED) tried.clear();
    return tried.computeIfAbsent(fingerprints.salt().hex() + window,
        n -> prints.print(window, fingerprints.salt()));
  }

  /// The message's pieces with what was sent before, read backwards: sure pieces always, words
  /// either way.
  private Set<String> continued(Outgoing message, int size) {
    var streamsFound = new HashSet<String>();
    for (var whole : streams.of(message.text()))
      extend(whole.substring(0, Math.min(whole.length(), size - 1)), message.at(), size,
          streamsFound);
    for (var piece : streams.pieces(message.text(), message.at())) {
      extend(piece.symbols().substring(0, Math.min(piece.symbols().length(), size - 1)),
          message.at(), size, streamsFound);
    }
    return streamsFound;
  }

  private void extend(String tail, Instant now, int size, Set<String> streamsFound) {
    List<String> paths = List.of(tail);
    var wanted = 2 * size - 2;
    for (Iterator<Piece> back = recent.descendingIterator(); back.hasNext() && !paths.isEmpty();) {
      var piece = back.next();
      if (Duration.between(piece.at(), now).compareTo(MEMORY) > 0) break;
      paths = grown(paths, piece, wanted, tail.length(), streamsFound);
    }
    streamsFound.addAll(paths);
  }

  private static List<String> grown(List<String> paths, Piece piece, int wanted, int tail,
      Set<String> streamsFound) {
    var next = new ArrayList<String>();
    for (var path : paths) {
      var longer = piece.symbols() + path;
      if (longer.length() >= wanted - (wanted / 2 - tail))
        streamsFound.add(longer.substring(Math.max(0, longer.length() - wanted)));
      else
        next.add(longer);
      var skippable = !piece.sure() || piece.symbols().length() <= 3;
      if (skippable && next.size() < MOST_PATHS) next.add(path);
    }
    return next;
  }
}
